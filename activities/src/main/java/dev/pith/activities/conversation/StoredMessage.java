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

    /** The same as whoever makes something of it reads it: what PostgreSQL refuses is replaced in its parts. */
    public StoredMessage legible() {
        List<Part> read = parts.stream()
                .map(part -> part.with(RefusedCharacters::replace))
                .toList();
        return new StoredMessage(seq, uid, apiMessageId, role, origin, read, tokens, created);
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
