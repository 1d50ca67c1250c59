package dev.pith.starter.web.view;

import dev.pith.activities.conversation.Summary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A summary.
 *
 * @param kind rolling, leaf, condensed or gist
 * @param from the first message that it stands for
 * @param to the last one
 * @param messages how many messages it stands for
 * @param text null in lists
 */
public record SummaryView(
        String id,
        String conversation,
        String compaction,
        String kind,
        int level,
        long from,
        long to,
        long messages,
        int tokens,
        boolean degraded,
        String model,
        @Nullable String focus,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        @Nullable String text) {

    /** Returns a summary with its text. */
    public static SummaryView whole(Summary one) {
        return of(one, one.text());
    }

    /** Returns a summary without its text. */
    public static SummaryView listed(Summary one) {
        return of(one, null);
    }

    private static SummaryView of(Summary one, @Nullable String text) {
        return new SummaryView(
                one.id(),
                one.conversation(),
                one.compaction(),
                one.kind(),
                one.level(),
                one.fromSeq(),
                one.toSeq(),
                one.descendants(),
                one.tokens(),
                one.degraded(),
                one.model(),
                one.focus(),
                one.earliest(),
                one.latest(),
                text);
    }
}
