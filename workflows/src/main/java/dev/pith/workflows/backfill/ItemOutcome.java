package dev.pith.workflows.backfill;

import dev.pith.workflows.compaction.Outcome;
import java.util.Locale;

/** The outcome of a backfill's item: that of its compaction, or one without a compaction. */
public enum ItemOutcome {
    COMPACTED,
    COMPACTED_DEGRADED,
    /** The conversation was up to date, or its compaction was undone, so nothing was started. */
    SKIPPED,
    NOTHING_TO_DO,
    IRREDUCIBLE,
    /** The budget was used up before the item started, or during its compaction. */
    OVER_BUDGET,
    SUPERSEDED,
    CANCELED,
    INTERRUPTED,
    /** The file could not be read or the conversation not be compacted; the item has the reason. */
    FAILED;

    /**
     * Returns the outcome of an item by the outcome of its compaction.
     *
     * @throws IllegalArgumentException for PREVIEWED; a backfill never previews
     */
    public static ItemOutcome of(Outcome outcome) {
        return valueOf(outcome.name());
    }

    /** Returns the name in reports, such as {@code nothingToDo}. */
    public String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            key.append(key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }

    /** Returns whether a retry of failed items includes this outcome. */
    public boolean wantsAnotherTry() {
        return switch (this) {
            case COMPACTED, SKIPPED, NOTHING_TO_DO, IRREDUCIBLE -> false;
            case COMPACTED_DEGRADED, OVER_BUDGET, SUPERSEDED, CANCELED, INTERRUPTED, FAILED -> true;
        };
    }
}
