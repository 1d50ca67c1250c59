package dev.pith.activities.intake;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Messages;
import org.jdbi.v3.core.Handle;

/** Abandons messages after a rewind or a revision: appends a context version without them. */
final class Abandonment {

    private Abandonment() {}

    /**
     * Abandons ranges in the current transaction, which must hold the lock on the conversation's row. If a live summary
     * covers one of them, the context returns to the newest version before that summary.
     *
     * @return the messages that were not abandoned before
     */
    static Ranges of(Handle handle, String conversation, Ranges wanted) {
        ContextVersions versions = handle.attach(ContextVersions.class);
        ContextVersion current = versions.current(conversation);
        Ranges leaving = wanted.minus(current.abandoned());
        if (leaving.isEmpty()) {
            return leaving;
        }
        long first = leaving.list().get(0).from();
        ContextVersion base = first > current.compactedThrough() ? current : versions.newestBefore(conversation, first);
        int next = current.version() + 1;
        Ranges abandoned = current.abandoned().plus(leaving);
        versions.append(
                new ContextVersion(
                        conversation,
                        next,
                        base.summaries(),
                        base.compactedThrough(),
                        abandoned.plus(comingBack(handle, base, current, abandoned)),
                        base.pruned(),
                        "rewind"),
                null);
        handle.attach(Conversations.class).setVersion(conversation, next);
        return leaving;
    }

    /**
     * Returns the earlier forms of revised messages that the removed summary covered; they must not reappear beside
     * their revisions.
     */
    private static Ranges comingBack(Handle handle, ContextVersion base, ContextVersion current, Ranges abandoned) {
        return base.compactedThrough() < current.compactedThrough()
                ? handle.attach(Messages.class)
                        .revised(
                                current.conversation(),
                                base.compactedThrough() + 1,
                                current.compactedThrough(),
                                abandoned)
                : Ranges.NONE;
    }
}
