package dev.pith.starter.web.view;

import dev.pith.activities.store.Compaction;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A compaction in a list.
 *
 * @param title the title of its conversation
 * @param outcome null while it runs
 */
public record CompactionItem(
        String id,
        String conversation,
        String title,
        Strategy strategy,
        String state,
        @Nullable Outcome outcome,
        boolean degraded,
        long tokensBefore,
        @Nullable Long tokensAfter,
        int chunks,
        @Nullable String error,
        Instant started,
        @Nullable Instant ended) {

    /** Returns a row of the list. */
    public static CompactionItem of(Compaction one, String title) {
        return new CompactionItem(
                one.id(),
                one.conversation(),
                title,
                one.strategy(),
                Json.lower(one.state()),
                one.outcome(),
                one.degraded(),
                one.tokensBefore(),
                one.tokensAfter(),
                one.chunks(),
                one.error(),
                one.started(),
                one.ended());
    }
}
