package dev.pith.activities.store;

import dev.pith.workflows.backfill.Selection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Selection} as SQL wants it, but for its glob. */
public record Selected(
        @Nullable String project,
        @Nullable String source,
        @Nullable Instant since,
        @Nullable Instant until,
        long idleSeconds,
        boolean subagents) {

    /** That of a request. */
    public static Selected of(Selection selection) {
        return new Selected(
                selection.project(),
                selection.source(),
                selection.since(),
                selection.until(),
                selection.idleSeconds(),
                selection.subagents());
    }
}
