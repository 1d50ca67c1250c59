package dev.pith.workflows;

/** Workflow ids: one for each conversation and purpose, so that a second request finds the first. */
public final class WorkflowIds {

    /** The memo field that names the compaction a workflow is working on. */
    public static final String COMPACTION_MEMO = "compaction";

    private WorkflowIds() {}

    /**
     * The id of the memory flush of a conversation.
     *
     * @param workflowQueue see {@link TaskQueues#workflows}
     */
    public static String flush(String workflowQueue, String conversation) {
        return workflowQueue + "/memory-flush/" + conversation;
    }

    /** The id of the compaction of a conversation. */
    public static String compaction(String storeId, String conversation) {
        return "pith/" + storeId + "/compaction/" + conversation;
    }

    /** The id of what writes the gist of a conversation, which may run beside a compaction of it. */
    public static String gist(String storeId, String conversation) {
        return "pith/" + storeId + "/gist/" + conversation;
    }

    /** The id of the backfill of a name. */
    public static String backfill(String workflowQueue, String name) {
        return workflowQueue + "/backfill/" + name;
    }

    /** The id of the schedule of a backfill, which those of its runs begin with. */
    public static String backfillSchedule(String workflowQueue, String name) {
        return workflowQueue + "/backfill-schedule/" + name;
    }
}
