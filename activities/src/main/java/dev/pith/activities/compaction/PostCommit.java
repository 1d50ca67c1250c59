package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.gateway.Providers;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Follow-up of a commit within its transaction: queues the memory flush and determines the ending.
 *
 * @param handle the transaction of the commit
 */
record PostCommit(Handle handle, Compaction compaction) {

    /** Queues the memory flush of the messages read, unless the request turned it off. */
    void askForFlush(CompactionSpec spec) {
        if (spec.flush() != FlushMode.OFF) {
            handle.attach(Flushes.class)
                    .request(
                            compaction.conversation(),
                            Objects.requireNonNull(compaction.headTo()),
                            compaction.id(),
                            RequestJson.of(spec.model()));
        }
    }

    /**
     * Returns the ending: COMPACTED, or COMPACTED_DEGRADED with the reason.
     *
     * @param version the new context version; null for a gist
     * @param after the tokens of the context afterwards; for a gist, its own
     */
    Ending ending(Summary summary, @Nullable Integer version, long after) {
        if (!summary.degraded()) {
            return new Ending(Outcome.COMPACTED, version, after, null);
        }
        String why = "a part was written without the model: "
                + handle.attach(ModelCalls.class)
                        .newestSetback(compaction.id())
                        .or(() -> handle.attach(Providers.class).errorFor(compaction.id()))
                        .orElse("it could not be asked");
        return new Ending(Outcome.COMPACTED_DEGRADED, version, after, why);
    }
}
