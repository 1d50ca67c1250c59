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

    /** How long somebody else's work on a conversation is left alone before it is looked at again. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Handle handle;
    private final BackfillFlow flow;
    private final String backfill;
    private final BackfillSpec spec;
    private final Instant now;
    private final List<Long> settled = new ArrayList<>();
    private final Map<ItemOutcome, Integer> outcomes = new EnumMap<>(ItemOutcome.class);

    /**
     * Nothing is recorded yet.
     *
     * @param now by the clock of the store, which tells what is due
     */
    OutcomeRecorder(Handle handle, String backfill, BackfillSpec spec, Instant now) {
        this.handle = handle;
        this.flow = handle.attach(BackfillFlow.class);
        this.backfill = backfill;
        this.spec = spec;
        this.now = now;
    }

    /** Items that are in flight no more, as the workflow must know them: also those that an earlier answer told in vain. */
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

    /** Whose workflow has ended without a word in the store was terminated, or lost. */
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
