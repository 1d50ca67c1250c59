package dev.pith.activities.listing;

import dev.pith.activities.store.Compaction;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A compaction in a list.
 *
 * @param begun when it started
 */
public record ListedCompaction(@Nested Compaction compaction, Instant begun) {

    /** Returns the mark after this row. */
    public PageMark mark() {
        return new PageMark(begun, compaction.id());
    }
}
