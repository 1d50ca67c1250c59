package dev.pith.activities.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its place in a conversation.
 *
 * @param seq 1..n without holes
 * @param tokens what it takes in a context
 */
public record StoredMessage(
        long seq,
        String uid,
        @Nullable String apiMessageId,
        Role role,
        Origin origin,
        List<Part> parts,
        int tokens,
        @Nullable Instant created) {

    public StoredMessage {
        parts = List.copyOf(parts);
    }

    /** All words of the parts of a kind, one after the other. */
    public String textOf(Class<? extends Part> kind) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (kind.isInstance(part)) {
                text.append(text.isEmpty() ? "" : "\n").append(part.text());
            }
        }
        return text.toString();
    }
}
