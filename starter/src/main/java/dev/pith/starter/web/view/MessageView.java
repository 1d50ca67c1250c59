package dev.pith.starter.web.view;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An original message.
 *
 * @param place where it stands in the context: live, summary or abandoned
 */
public record MessageView(
        long seq,
        Role role,
        Origin origin,
        String place,
        int tokens,
        @Nullable Instant created,
        List<Part> parts) {

    /** Returns a message as it was stored, characters that PostgreSQL refuses replaced. */
    public static MessageView of(StoredMessage stored, ContextVersion current) {
        StoredMessage message = stored.legible();
        return new MessageView(
                message.seq(),
                message.role(),
                message.origin(),
                place(message.seq(), current),
                message.tokens(),
                message.created(),
                message.parts());
    }

    private static String place(long seq, ContextVersion current) {
        return current.abandoned().contains(seq) ? "abandoned" : seq <= current.compactedThrough() ? "summary" : "live";
    }
}
