package dev.pith.starter.filter;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Occurrences;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.starter.importing.reading.Fingerprint;
import org.jspecify.annotations.Nullable;

/** Numbers the messages of one conversation as the store would. Does not count tokens. Not thread-safe. */
public final class Placing {

    private final Occurrences seen = new Occurrences();
    private long seq;

    /** Returns the numbered message; null if an earlier one has the same id. */
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
