package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.BrokenInvariantException;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Frontiers;
import dev.pith.activities.store.Summaries;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Decision;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The change of a context that a compaction has staged, in a transaction that holds the lock on the conversation. */
sealed interface ContextChange permits ContextReplacement, PruneReplacement {

    /** Appends the changed context version, unless the context would not get smaller. */
    Ending made();

    /** Ends the compaction as previewed: the result stays staged, the context stays unchanged. */
    Ending previewed();

    /**
     * Returns the staged change of a compaction.
     *
     * @throws BrokenInvariantException if nothing is staged
     */
    static ContextChange of(Handle handle, Compaction compaction) {
        ContextVersion version =
                handle.attach(ContextVersions.class).at(compaction.conversation(), compaction.fromVersion());
        if (compaction.decision() == Decision.PRUNE) {
            return new PruneReplacement(handle, compaction, version);
        }
        List<Summary> live = compaction.strategy() == Strategy.LAYERED
                ? handle.attach(Frontiers.class).of(compaction.id())
                : handle.attach(Summaries.class).inOrder(List.of(String.valueOf(compaction.summary())));
        if (live.isEmpty()) {
            throw new BrokenInvariantException(
                    "compaction " + compaction.id() + " is to be committed but has no staged summary");
        }
        return new ContextReplacement(handle, compaction, version, live);
    }
}
