package dev.pith.starter.web.view;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.OutcomeCount;
import dev.pith.starter.wording.Numbers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A backfill.
 *
 * @param state running or ended
 * @param paused why it is paused; null if it is not
 * @param counts how many conversations have each outcome, or state if they have not ended
 */
public record BackfillState(
        String name,
        String state,
        @Nullable String outcome,
        @Nullable String paused,
        boolean canceling,
        int maxInFlight,
        long files,
        long filesRead,
        long conversations,
        Map<String, Long> counts,
        Instant started,
        @Nullable Instant ended) {

    /** Returns a backfill with its counts. */
    public static BackfillState of(Backfill one, List<OutcomeCount> counts) {
        Map<String, Long> byName = new LinkedHashMap<>();
        counts.forEach(count -> byName.merge(Json.lower(count.how()), count.count(), Long::sum));
        return new BackfillState(
                one.name(),
                Numbers.lower(one.state()),
                one.outcome() == null ? null : Json.lower(one.outcome()),
                one.paused(),
                one.canceling(),
                one.maxInFlight(),
                one.files(),
                one.filesRead(),
                counts.stream().mapToLong(OutcomeCount::count).sum(),
                byName,
                one.started(),
                one.ended());
    }
}
