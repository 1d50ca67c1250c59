package dev.pith.activities.model;

/** One generating call. */
public interface ModelCall {

    /**
     * Sends the request and waits for the whole answer. Once only. A request that the endpoint refused unread because of a
     * parameter it does not know is corrected and sent again, once for each parameter and within the same time.
     *
     * @throws ModelFailure where there is no answer
     */
    ModelReply execute();

    /** Cuts the connection, from any thread; {@link #execute} then fails with {@link ModelFailure.Kind#CANCELED}. */
    void cancel();
}
