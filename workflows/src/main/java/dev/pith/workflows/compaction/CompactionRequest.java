package dev.pith.workflows.compaction;

/**
 * A request to compact a conversation.
 *
 * @param id the id of this compaction in the store; a request that attaches to a running one gets that one's id
 * @param conversation the id of the conversation
 */
public record CompactionRequest(String id, String conversation, CompactionSpec spec) {

    public CompactionRequest {
        if (id.isBlank() || conversation.isBlank()) {
            throw new IllegalArgumentException(
                    "id and conversation must not be blank: \"" + id + "\", \"" + conversation + "\"");
        }
    }
}
