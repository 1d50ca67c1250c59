package dev.pith.activities.backfill;

import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.InFlight;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.compaction.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Records the outcomes of items in flight. */
final class OutcomeRecorder {

    /** The pause before the next attempt at a conversation that another compaction is working on. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Handle handle;
    private final BackfillFlow flow;
    private final String backfill;
    private final BackfillSpec spec;
    private final Instant now;
    private final List<Long> settled = new ArrayList<>();
    private final Map<ItemOutcome, Integer> outcomes = new EnumMap<>(ItemOutcome.class);

    /**
     * Records outcomes within a transaction.
     *
     * @param now the time of the store's clock, which decides what is due
     */
    OutcomeRecorder(Handle handle, String backfill, BackfillSpec spec, Instant now) {
        this.handle = handle;
        this.flow = handle.attach(BackfillFlow.class);
        this.backfill = backfill;
        this.spec = spec;
        this.now = now;
    }

    /**
     * Records the outcomes of ended items. Returns the items that are no longer in flight and that the workflow still
     * lists, including those of an earlier round whose result was lost.
     */
    List<Long> settle(InFlight inFlight) {
        interrupt(inFlight.closed());
        flow.giveBack(backfill, inFlight.taken(), now.plus(BUSY));
        flow.ended(backfill).forEach(this::settle);
        List<Long> running =
                flow.running(backfill).stream().map(BackfillEntry::number).toList();
        inFlight.known().stream().filter(number -> !running.contains(number)).forEach(settled::add);
        return settled;
    }

    Map<ItemOutcome, Integer> outcomes() {
        return outcomes;
    }

    /** Marks items as interrupted if their workflow ended without storing an outcome. */
    private void interrupt(List<Long> closed) {
        Compactions compactions = handle.attach(Compactions.class);
        String request = RequestJson.of(spec.compaction());
        for (BackfillEntry entry : flow.running(backfill)) {
            if (closed.contains(entry.number())) {
                String id = entry.compactions().get(entry.compactions().size() - 1);
                compactions.insertUnplanned(
                        id,
                        String.valueOf(entry.conversation()),
                        request,
                        spec.compaction().strategy());
                long before = compactions.find(id).orElseThrow().tokensBefore();
                compactions.end(id, Outcome.INTERRUPTED, null, before, "its workflow ended without a word");
            }
        }
    }

    private void settle(Ended ended) {
        if (!again(ended)) {
            ItemOutcome outcome = ItemOutcome.of(ended.outcome());
            flow.end(backfill, List.of(ended.number()), outcome, ended.error());
            outcomes.merge(outcome, 1, Integer::sum);
        }
    }

    private boolean again(Ended ended) {
        Optional<Instant> due = RetrySchedule.next(ended, now);
        due.ifPresent(moment -> flow.again(backfill, ended.number(), moment, ended.error()));
        return due.isPresent();
    }
}
