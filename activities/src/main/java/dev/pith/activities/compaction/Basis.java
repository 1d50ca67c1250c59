package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The summaries and left-out ranges that a planned compaction starts from, as the plan pinned them.
 *
 * @param anchors the summaries that it updates, in order
 * @param abandoned the abandoned messages of its range
 */
record Basis(List<Summary> anchors, Ranges abandoned) {

    static Basis of(Handle handle, Compaction compaction) {
        Ranges abandoned = handle.attach(ContextVersions.class)
                .at(compaction.conversation(), compaction.fromVersion())
                .abandoned();
        return new Basis(handle.attach(Summaries.class).inOrder(compaction.basis()), abandoned);
    }

    static Basis of(Database database, Compaction compaction) {
        return database.transact(handle -> of(handle, compaction));
    }

    /** The tokens of the anchors. */
    long tokens() {
        return anchors.stream().mapToLong(Summary::tokens).sum();
    }
}
