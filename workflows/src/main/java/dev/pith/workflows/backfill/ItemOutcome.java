package dev.pith.workflows.backfill;

import dev.pith.workflows.compaction.Outcome;
import java.util.Locale;

/** How a backfill's work on one conversation ended: as its compaction did, or without one. */
public enum ItemOutcome {
    COMPACTED,
    COMPACTED_DEGRADED,
    /** It was up to date, so nothing was begun. */
    SKIPPED,
    NOTHING_TO_DO,
    IRREDUCIBLE,
    /** The budget was used up before its turn came, or while it was being compacted. */
    OVER_BUDGET,
    SUPERSEDED,
    CANCELED,
    INTERRUPTED,
    /** It could not be read or not be compacted; the item says why. */
    FAILED;

    /** That of a compaction that ended so. A backfill never previews. */
    public static ItemOutcome of(Outcome outcome) {
        return valueOf(outcome.name());
    }

    /** Its name in reports, such as {@code nothingToDo}. */
    public String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            key.append(key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }

    /** Whether somebody who asks for the failed ones to be tried again means this. */
    public boolean wantsAnotherTry() {
        return switch (this) {
            case COMPACTED, SKIPPED, NOTHING_TO_DO, IRREDUCIBLE -> false;
            case COMPACTED_DEGRADED, OVER_BUDGET, SUPERSEDED, CANCELED, INTERRUPTED, FAILED -> true;
        };
    }
}
