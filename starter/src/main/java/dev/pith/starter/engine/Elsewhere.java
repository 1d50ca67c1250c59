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
 * Work in this store that runs on another Temporal. This process can report and end it, but not follow it. Thread-safe.
 *
 * @param database the store, with the Temporal of this process recorded in it
 */
public record Elsewhere(Database database) {

    /**
     * Returns the other Temporal that runs a compaction, as text for users; empty if it runs on this one or has ended.
     */
    public Optional<String> of(Compaction compaction) {
        return compaction.running()
                ? database.table(Temporals.class).otherOfCompaction(compaction.id(), database.temporal())
                : Optional.empty();
    }

    /**
     * Returns the other Temporal that runs a backfill, as text for users; empty if it runs on this one or has ended.
     */
    public Optional<String> of(Backfill backfill) {
        return database.table(Temporals.class).otherOfBackfill(backfill.name(), database.temporal());
    }

    /**
     * Checks that a compaction does not run on another Temporal.
     *
     * @throws ElsewhereException if it does
     */
    public void requireHere(Compaction compaction) {
        String id = compaction.conversation();
        of(compaction).ifPresent(told -> {
            throw new ElsewhereException("conversation " + id + " is being compacted", told, "pith cancel " + id);
        });
    }

    /**
     * Checks that a backfill does not run on another Temporal.
     *
     * @throws ElsewhereException if it does
     */
    public void requireHere(Backfill backfill) {
        of(backfill).ifPresent(told -> {
            throw new ElsewhereException(
                    "backfill " + backfill.name() + " runs", told, "pith backfill cancel " + backfill.name());
        });
    }

    /**
     * Ends a compaction that runs on another Temporal. Its workflow, if it still exists, commits nothing afterwards.
     */
    public void end(Compaction compaction, String told) {
        database.table(Compactions.class)
                .end(
                        compaction.id(),
                        Outcome.CANCELED,
                        null,
                        compaction.tokensBefore(),
                        "ended by hand; " + told + " was not told");
    }

    /** Ends a backfill that runs on another Temporal. Its workflow, if it still exists, starts nothing afterwards. */
    public void end(Backfill backfill) {
        database.table(Backfills.class).end(backfill.name(), backfill.run(), BackfillOutcome.CANCELED);
    }
}
