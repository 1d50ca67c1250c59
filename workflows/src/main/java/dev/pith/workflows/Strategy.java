package dev.pith.workflows;

import java.util.List;

/** How a conversation is compacted. */
public enum Strategy {
    /** One live summary, the anchor, which each compaction updates and replaces. */
    ROLLING,
    /** A forest of live summaries: leaves, each of one chunk, and condensed ones that replace neighbors. */
    LAYERED,
    /** No summary: long results of tools before the tail become one line each. */
    PRUNE,
    /** A few sentences beside the conversation, by which it is found again. Replaces nothing. */
    GIST;

    /** One strategy for each workflow that a conversation may have at the same time. */
    public static final List<Strategy> WORKFLOWS = List.of(ROLLING, GIST);

    /**
     * Returns the workflow id for a conversation. Strategies that change the context share one id, so only one of them
     * runs at a time; a gist may be written meanwhile.
     */
    public String workflowId(String storeId, String conversation) {
        return this == GIST ? WorkflowIds.gist(storeId, conversation) : WorkflowIds.compaction(storeId, conversation);
    }

    /** Returns whether two strategies share a workflow id. */
    public boolean sharesWorkflowWith(Strategy other) {
        return (this == GIST) == (other == GIST);
    }

    /** Returns a phrase for messages, followed by the id of the conversation. */
    public String verb() {
        return this == GIST ? "Gist of" : "Compact";
    }
}
