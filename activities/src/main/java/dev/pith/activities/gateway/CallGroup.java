package dev.pith.activities.gateway;

import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one kind and what they took.
 *
 * @param compaction that they were made for; null where they are not told apart by it, or belong to none
 * @param purpose chunk, merge, flush or test
 */
public record CallGroup(
        @Nullable String compaction,
        String profile,
        String model,
        String purpose,
        @Nested CallFigures figures) {}
