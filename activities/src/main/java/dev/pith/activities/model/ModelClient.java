package dev.pith.activities.model;

/** Calls one endpoint. Implementations are thread-safe and never repeat a call that the endpoint may have begun to answer. */
public interface ModelClient {

    /** Prepares a call; nothing is sent yet. */
    ModelCall newCall(ModelRequest request);
}
