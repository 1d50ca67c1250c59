package dev.pith.workflows;

/** Workflow ids: one for each conversation and purpose, so that a second request finds the first. */
public final class WorkflowIds {

    private WorkflowIds() {}

    /** The id of the compaction of a conversation. */
    public static String compaction(String storeId, String conversation) {
        return "pith/" + storeId + "/compaction/" + conversation;
    }
}
