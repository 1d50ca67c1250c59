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
 * The summaries that a planned compaction extends, and the ranges that it leaves out, as stored with the plan.
 *
 * @param anchors the summaries to update, in order
 * @param abandoned the abandoned messages at the planned context version
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

    /** Returns the tokens of all anchors. */
    long tokens() {
        return anchors.stream().mapToLong(Summary::tokens).sum();
    }
}
