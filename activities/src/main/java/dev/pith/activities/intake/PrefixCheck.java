package dev.pith.activities.intake;

import dev.pith.activities.intake.Placement.Identified;
import dev.pith.activities.store.Messages;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Checks whether the messages stored under a path are a prefix of the file. Not thread-safe. */
final class PrefixCheck {

    private final String conversation;
    private final long stored;
    private long matched;
    private boolean failed;

    PrefixCheck(String conversation, long stored) {
        this.conversation = conversation;
        this.stored = stored;
    }

    /** Returns the messages of the batch that are not stored: all from the first difference on. */
    List<Identified> unstored(Handle handle, List<Identified> batch) {
        int at = 0;
        List<Messages.Known> known = handle.attach(Messages.class)
                .inOrder(conversation, matched + 1, Math.min(stored, matched + batch.size()));
        while (at < known.size() && batch.get(at).encoded().sameAs(known.get(at))) {
            at++;
            matched++;
        }
        failed = at < known.size() && at < batch.size();
        return batch.subList(at, batch.size());
    }

    long matched() {
        return matched;
    }

    boolean failed() {
        return failed;
    }

    /** Returns whether the file ended before the stored messages did. */
    boolean endedEarly() {
        return !failed && matched < stored;
    }
}
