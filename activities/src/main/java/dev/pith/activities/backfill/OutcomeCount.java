package dev.pith.activities.backfill;

import dev.pith.workflows.backfill.ItemOutcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The number of items with one state and outcome.
 *
 * @param outcome the outcome; null for items that have not ended
 */
public record OutcomeCount(ItemState state, @Nullable ItemOutcome outcome, long count) {

    /** Returns the outcome, or the state of items that have not ended. */
    public Enum<?> how() {
        return Objects.requireNonNullElse((Enum<?>) outcome, state);
    }
}
