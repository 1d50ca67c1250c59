package dev.pith.activities.model;

/** One call that generates text. */
public interface ModelCall {

    /**
     * Sends the request and blocks until the whole answer is read; may be called once only. If the endpoint refuses an
     * optional parameter before it generates anything, the request is corrected and sent again, once for each parameter
     * and within the total timeout.
     *
     * @throws ModelFailure if there is no answer
     * @throws IllegalStateException if it was called before
     */
    ModelReply execute();

    /** Closes the connection, from any thread; {@link #execute} then fails with {@link ModelFailure.Kind#CANCELED}. */
    void cancel();
}
