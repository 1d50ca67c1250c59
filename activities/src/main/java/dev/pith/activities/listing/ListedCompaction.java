package dev.pith.activities.listing;

import dev.pith.activities.store.Compaction;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A compaction in a list.
 *
 * @param title the title of its conversation in the source; null if the source has none
 * @param begun when it started
 */
public record ListedCompaction(
        @Nested Compaction compaction, @Nullable String title, Instant begun) {

    /** Returns the mark after this row. */
    public PageMark mark() {
        return new PageMark(begun, compaction.id());
    }
}
