package dev.pith.activities.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its number in a conversation.
 *
 * @param seq 1..n without gaps
 * @param tokens its size in a context
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

    /** Returns the message with the characters that PostgreSQL rejects replaced in its parts. */
    public StoredMessage legible() {
        List<Part> read = parts.stream()
                .map(part -> part.with(RefusedCharacters::replace))
                .toList();
        return new StoredMessage(seq, uid, apiMessageId, role, origin, read, tokens, created);
    }

    /** Returns the joined text of all parts of a kind. */
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
