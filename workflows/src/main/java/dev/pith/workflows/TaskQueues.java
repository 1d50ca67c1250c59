package dev.pith.workflows;

/**
 * Names of task queues. Each contains the id of the store, so that two stores on one Temporal server do not process
 * each other's tasks.
 */
public final class TaskQueues {

    private static final String PREFIX = "pith/";

    /** The endpoint name of the summarizer without a model. */
    public static final String EXTRACTIVE = "extractive";

    private TaskQueues() {}

    /** Returns the queue for workflows and short store activities. */
    public static String workflows(String storeId) {
        return PREFIX + storeId;
    }

    /** Returns the id of the store in the name of a workflow queue. */
    public static String storeId(String workflowQueue) {
        return workflowQueue.substring(PREFIX.length());
    }

    /**
     * Returns the queue of one summarizing endpoint.
     *
     * @param workflowQueue the queue that the calling workflow runs on
     * @param endpoint {@link #EXTRACTIVE}, or the hash of a model endpoint
     */
    public static String endpoint(String workflowQueue, String endpoint) {
        return workflowQueue + "/" + endpoint;
    }
}
