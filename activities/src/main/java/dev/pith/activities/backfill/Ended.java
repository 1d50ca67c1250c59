package dev.pith.activities.backfill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item in flight whose compaction has ended.
 *
 * @param failure the type of what made the compaction fail; null where it did not fail, or nobody gave it one
 * @param attempts how often it was begun and failed before
 * @param failingSince when it failed first; null where it never did
 */
public record Ended(
        long number,
        String outcome,
        @Nullable String error,
        @Nullable String failure,
        int attempts,
        @Nullable Instant failingSince) {}
