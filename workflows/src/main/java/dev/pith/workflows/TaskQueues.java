package dev.pith.workflows;

/**
 * Names of task queues. Each contains the id of the store, so that two stores on one Temporal server do not take each other's
 * work.
 */
public final class TaskQueues {

    private static final String PREFIX = "pith/";

    /** The endpoint name of the summarizer without a model. */
    public static final String EXTRACTIVE = "extractive";

    private TaskQueues() {}

    /** The queue for workflows and short store activities. */
    public static String workflows(String storeId) {
        return PREFIX + storeId;
    }

    /** The id of the store, from the name of its workflow queue. */
    public static String storeId(String workflowQueue) {
        return workflowQueue.substring(PREFIX.length());
    }

    /**
     * The queue of one summarizing endpoint.
     *
     * @param workflowQueue the queue that the calling workflow runs on
     * @param endpoint {@link #EXTRACTIVE}, or the hash of a model endpoint
     */
    public static String endpoint(String workflowQueue, String endpoint) {
        return workflowQueue + "/" + endpoint;
    }
}
