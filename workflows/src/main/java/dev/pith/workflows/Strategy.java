package dev.pith.workflows;

/** How a conversation is made smaller. */
public enum Strategy {
    /** One live summary, the anchor, which each compaction updates and replaces. */
    ROLLING,
    /** A few sentences beside the conversation, for whoever looks for it later; they replace nothing. */
    GIST;

    /** The id of the workflow that does this with a conversation. Those of different strategies run side by side. */
    public String workflowId(String storeId, String conversation) {
        return switch (this) {
            case ROLLING -> WorkflowIds.compaction(storeId, conversation);
            case GIST -> WorkflowIds.gist(storeId, conversation);
        };
    }

    /** What is done to a conversation, in words that its id follows. */
    public String verb() {
        return this == GIST ? "Gist of" : "Compact";
    }
}
