package dev.pith.workflows.compaction;

/**
 * One request to compact a conversation.
 *
 * @param id names this compaction in the store; a request that attaches to a running one keeps that one's id
 * @param conversation the conversation's id
 */
public record CompactionRequest(String id, String conversation, CompactionSpec spec) {

    public CompactionRequest {
        if (id.isBlank() || conversation.isBlank()) {
            throw new IllegalArgumentException(
                    "id and conversation must not be blank: \"" + id + "\", \"" + conversation + "\"");
        }
    }
}
