package dev.pith.starter.filter;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Occurrences;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.starter.importing.reading.Fingerprint;
import org.jspecify.annotations.Nullable;

/** Gives the messages of one conversation their places, as the store would. Tokens are not counted. Not thread-safe. */
public final class Placing {

    private final Occurrences seen = new Occurrences();
    private long seq;

    /** The message in its place; null where one with its id came before. */
    public @Nullable StoredMessage place(NewMessage message) {
        String uid = message.uid();
        if (uid != null && seen.next(Fingerprint.of(uid)) > 1) {
            return null;
        }
        return new StoredMessage(
                ++seq,
                uid == null ? "" : uid,
                message.apiMessageId(),
                message.role(),
                message.origin(),
                message.parts(),
                0,
                message.created());
    }
}
