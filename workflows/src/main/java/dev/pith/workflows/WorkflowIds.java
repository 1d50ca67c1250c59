package dev.pith.workflows;

/** Workflow ids: one per conversation and purpose, so that a second request attaches to the running workflow. */
public final class WorkflowIds {

    /** The memo field with the id of the compaction. */
    public static final String COMPACTION_MEMO = "compaction";

    private WorkflowIds() {}

    /**
     * Returns the id of the memory flush of a conversation.
     *
     * @param workflowQueue see {@link TaskQueues#workflows}
     */
    public static String flush(String workflowQueue, String conversation) {
        return workflowQueue + "/memory-flush/" + conversation;
    }

    /** Returns the id of the compaction of a conversation. */
    public static String compaction(String storeId, String conversation) {
        return "pith/" + storeId + "/compaction/" + conversation;
    }

    /** Returns the id of the gist workflow of a conversation, which may run in parallel to its compaction. */
    public static String gist(String storeId, String conversation) {
        return "pith/" + storeId + "/gist/" + conversation;
    }

    /** Returns the id of a backfill by its name. */
    public static String backfill(String workflowQueue, String name) {
        return workflowQueue + "/backfill/" + name;
    }

    /** Returns the id of the schedule of a backfill; the ids of its runs begin with it. */
    public static String backfillSchedule(String workflowQueue, String name) {
        return workflowQueue + "/backfill-schedule/" + name;
    }
}
