package dev.pith.activities.model;

/**
 * Calls one endpoint. Implementations are thread-safe and never repeat a call that the endpoint may have begun to
 * answer.
 */
public interface ModelClient {

    /** Prepares a call without sending anything. */
    ModelCall newCall(ModelRequest request);
}
