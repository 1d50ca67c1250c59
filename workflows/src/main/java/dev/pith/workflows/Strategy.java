package dev.pith.workflows;

/** How a conversation is compacted. */
public enum Strategy {
    /** One live summary, the anchor, which each compaction updates and replaces. */
    ROLLING,
    /** A few sentences beside the conversation, for finding it again. They replace nothing. */
    GIST;

    /** The workflow id for a conversation. Workflows of different strategies run side by side. */
    public String workflowId(String storeId, String conversation) {
        return switch (this) {
            case ROLLING -> WorkflowIds.compaction(storeId, conversation);
            case GIST -> WorkflowIds.gist(storeId, conversation);
        };
    }

    /** A phrase for messages, followed by the id of the conversation. */
    public String verb() {
        return this == GIST ? "Gist of" : "Compact";
    }
}
