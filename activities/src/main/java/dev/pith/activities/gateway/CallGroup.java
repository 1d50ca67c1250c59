package dev.pith.activities.gateway;

import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the calls of one kind.
 *
 * @param compaction their compaction; null if calls are not grouped by it, or belong to none
 * @param purpose {@code chunk}, {@code merge}, {@code flush} or {@code test}
 */
public record CallGroup(
        @Nullable String compaction,
        String profile,
        String model,
        String purpose,
        @Nested CallFigures figures) {}
