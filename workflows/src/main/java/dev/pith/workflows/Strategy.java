package dev.pith.workflows;

/** How a conversation is compacted. */
public enum Strategy {
    /** One live summary, the anchor, which each compaction updates and replaces. */
    ROLLING,
    /** A few sentences beside the conversation, by which it is found again. Replaces nothing. */
    GIST;

    /** Returns the workflow id for a conversation. Workflows of different strategies may run in parallel. */
    public String workflowId(String storeId, String conversation) {
        return switch (this) {
            case ROLLING -> WorkflowIds.compaction(storeId, conversation);
            case GIST -> WorkflowIds.gist(storeId, conversation);
        };
    }

    /** Returns a phrase for messages, followed by the id of the conversation. */
    public String verb() {
        return this == GIST ? "Gist of" : "Compact";
    }
}
