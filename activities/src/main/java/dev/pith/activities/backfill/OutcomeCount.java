package dev.pith.activities.backfill;

import dev.pith.workflows.backfill.ItemOutcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many conversations of a backfill are in one state, or ended in one way.
 *
 * @param outcome null for those that have not ended
 */
public record OutcomeCount(ItemState state, @Nullable ItemOutcome outcome, long count) {

    /** How they ended, or where they are. */
    public Enum<?> how() {
        return Objects.requireNonNullElse((Enum<?>) outcome, state);
    }
}
