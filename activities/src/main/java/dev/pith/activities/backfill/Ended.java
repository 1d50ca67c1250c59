package dev.pith.activities.backfill;

import dev.pith.workflows.compaction.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item in flight whose compaction has ended.
 *
 * @param error the reason; null without one
 * @param failure the type of the failure; null if the compaction did not fail, or the failure has no type
 * @param attempts the number of earlier failed attempts
 * @param failingSince the time of the first failure; null without one
 */
public record Ended(
        long number,
        Outcome outcome,
        @Nullable String error,
        @Nullable String failure,
        int attempts,
        @Nullable Instant failingSince) {}
