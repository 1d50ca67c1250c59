package dev.pith.starter.engine;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.BackfillOutcome;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Temporals;
import dev.pith.workflows.compaction.Outcome;
import java.util.Optional;

/**
 * What other Temporals run in the same store: this process can tell of it and end it, not follow it. Thread-safe.
 *
 * @param database noted the Temporal of this process
 */
public record Elsewhere(Database database) {

    /** The other Temporal that runs a compaction, in words for users; empty where it is this one, or it has ended. */
    public Optional<String> of(Compaction compaction) {
        return compaction.running()
                ? database.table(Temporals.class).otherOfCompaction(compaction.id(), database.temporal())
                : Optional.empty();
    }

    /** The other Temporal that runs a backfill, in words for users; empty where it is this one, or it has ended. */
    public Optional<String> of(Backfill backfill) {
        return database.table(Temporals.class).otherOfBackfill(backfill.name(), database.temporal());
    }

    /**
     * Refuses to go on with a compaction that runs elsewhere.
     *
     * @throws ElsewhereException where it does
     */
    public void requireHere(Compaction compaction) {
        String id = compaction.conversation();
        of(compaction).ifPresent(told -> {
            throw new ElsewhereException("conversation " + id + " is being compacted", told, "pith cancel " + id);
        });
    }

    /**
     * Refuses to go on with a backfill that runs elsewhere.
     *
     * @throws ElsewhereException where it does
     */
    public void requireHere(Backfill backfill) {
        of(backfill).ifPresent(told -> {
            throw new ElsewhereException(
                    "backfill " + backfill.name() + " runs", told, "pith backfill cancel " + backfill.name());
        });
    }

    /** Ends a compaction that runs elsewhere: its workflow, if it is still there, commits nothing any more. */
    public void end(Compaction compaction, String told) {
        database.table(Compactions.class)
                .end(
                        compaction.id(),
                        Outcome.CANCELED,
                        null,
                        compaction.tokensBefore(),
                        "ended by hand; " + told + " was not told");
    }

    /** Ends a backfill that runs elsewhere: its workflow, if it is still there, begins nothing any more. */
    public void end(Backfill backfill) {
        database.table(Backfills.class).end(backfill.name(), backfill.run(), BackfillOutcome.CANCELED);
    }
}
