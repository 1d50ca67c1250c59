package dev.pith.activities.backfill;

import dev.pith.workflows.backfill.BackfillItem;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.InFlight;
import dev.pith.workflows.backfill.ItemOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** One dispatch round of a backfill, in one transaction: records ended items, then dispatches new ones into free slots. */
final class DispatchRound {

    /** For a run that has nothing to say any more. */
    static final Dispatch NONE = new Dispatch(List.of(), List.of(), Map.of(), false, true, 0, "");

    /** Where nothing is expected, it is still looked at now and then. */
    private static final long IDLE_MILLIS = 60_000;

    /** While an importer brings more, or flushes end. */
    private static final long SOON_MILLIS = 400;

    /** So many refused one after the other are no matter of their conversations. */
    private static final int REFUSALS = 3;

    private final Handle handle;
    private final Backfill backfill;
    private final InFlight inFlight;
    private final Instant now;
    private final BackfillSpec spec;
    private final BackfillFlow flow;
    private final Map<ItemOutcome, Integer> outcomes = new EnumMap<>(ItemOutcome.class);
    private final List<BackfillItem> start = new ArrayList<>();
    private List<Long> settled = List.of();
    private boolean spent;

    DispatchRound(Handle handle, Backfill backfill, InFlight inFlight, Instant now) {
        this.handle = handle;
        this.backfill = backfill;
        this.inFlight = inFlight;
        this.now = now;
        this.spec = backfill.spec();
        this.flow = handle.attach(BackfillFlow.class);
    }

    Dispatch taken() {
        OutcomeRecorder outcomeRecorder = new OutcomeRecorder(handle, backfill.name(), spec, now);
        settled = outcomeRecorder.settle(inFlight);
        outcomes.putAll(outcomeRecorder.outcomes());
        boolean importing = backfill.isImporting() && backfills().importerGone(backfill.name()) == 0;
        List<BackfillEntry> running = flow.running(backfill.name());
        startAgain(running);
        if (backfill.canceling()) {
            endWaiting(ItemOutcome.CANCELED, "the backfill was canceled");
            return running.isEmpty() ? ended(BackfillOutcome.CANCELED) : turn(IDLE_MILLIS, "canceling");
        }
        if (pausedByRefusals(outcomeRecorder.outcomes(), importing)) {
            return turn(IDLE_MILLIS, "paused: its model refuses");
        }
        if (backfill.paused() != null) {
            return turn(IDLE_MILLIS, "paused: " + backfill.paused());
        }
        int again = start.size();
        boolean more = handOut(running.size());
        int working = running.size() + start.size() - again;
        return more ? turn(0, "") : working == 0 ? rest(importing) : turn(untilRoom(working, importing), "");
    }

    /** Nothing runs: then it is over, or something is waited for. */
    private Dispatch rest(boolean importing) {
        if (importing) {
            return turn(SOON_MILLIS, "waits for its importer");
        }
        Instant due = items().nextDue(backfill.name());
        if (due != null) {
            return turn(untilDue(), "waits to try again");
        }
        if (items().dueFlushes(backfill.name()) > 0) {
            return turn(SOON_MILLIS, "waits for its memory flushes");
        }
        return ended(spent || over(ItemOutcome.OVER_BUDGET) ? BackfillOutcome.OVER_BUDGET : BackfillOutcome.COMPLETED);
    }

    private boolean over(ItemOutcome outcome) {
        return !items().ended(backfill.name(), new String[] {outcome.name()}).isEmpty();
    }

    /** What an earlier turn handed out in vain, because its answer was lost. */
    private void startAgain(List<BackfillEntry> running) {
        for (BackfillEntry entry : running) {
            if (!inFlight.known().contains(entry.number())) {
                String compaction = entry.compactions().get(entry.compactions().size() - 1);
                start.add(new BackfillItem(entry.number(), String.valueOf(entry.conversation()), compaction));
            }
        }
    }

    /** Whether there is more to look at, and room for it. */
    private boolean handOut(int running) {
        long room = (long) backfill.maxInFlight() - running;
        long mayBegin = spec.limit() == null ? Long.MAX_VALUE : spec.limit() - flow.begun(backfill.name());
        if (mayBegin <= 0) {
            flow.forgetUnbegun(backfill.name());
        }
        Dispatcher dispatcher = new Dispatcher(handle, backfill.name(), spec);
        List<BackfillItem> next = dispatcher.next(room, mayBegin);
        start.addAll(next);
        if (dispatcher.skipped() > 0) {
            outcomes.merge(ItemOutcome.SKIPPED, dispatcher.skipped(), Integer::sum);
        }
        // While others run, less than was reserved for them may turn out to be enough.
        if (dispatcher.overBudget() && running == 0 && next.isEmpty()) {
            spent = true;
            endWaiting(ItemOutcome.OVER_BUDGET, "the budget did not reach for it");
        }
        return dispatcher.unfinished();
    }

    /** Where nothing is left to begin, nobody would be spared by a pause. */
    private boolean pausedByRefusals(Map<ItemOutcome, Integer> now, boolean importing) {
        boolean refuses = now.containsKey(ItemOutcome.FAILED)
                && (importing || items().nextDue(backfill.name()) != null)
                && flow.refusedOfLast(backfill.name(), REFUSALS) == REFUSALS;
        if (refuses) {
            backfills()
                    .pause(
                            backfill.name(),
                            "the model refused the last " + REFUSALS
                                    + " conversations, see the report; mend it, then resume");
        }
        return refuses;
    }

    private void endWaiting(ItemOutcome outcome, String why) {
        int ended = flow.endWaiting(backfill.name(), outcome, why);
        if (ended > 0) {
            outcomes.merge(outcome, ended, Integer::sum);
        }
    }

    private Dispatch ended(BackfillOutcome how) {
        backfills().end(backfill.name(), backfill.run(), how);
        return new Dispatch(start, settled, outcomes, backfill.canceling(), true, 0, "");
    }

    private Dispatch turn(long waitMillis, String note) {
        return new Dispatch(start, settled, outcomes, backfill.canceling(), false, waitMillis, note);
    }

    /** Where all room is taken, only an end makes more, and that is heard of. */
    private long untilRoom(int working, boolean importing) {
        return working >= backfill.maxInFlight() ? IDLE_MILLIS : importing ? SOON_MILLIS : untilDue();
    }

    private long untilDue() {
        Instant due = items().nextDue(backfill.name());
        long until = due == null ? IDLE_MILLIS : Duration.between(now, due).toMillis();
        return Math.max(SOON_MILLIS, Math.min(IDLE_MILLIS, until));
    }

    private Backfills backfills() {
        return handle.attach(Backfills.class);
    }

    private BackfillItems items() {
        return handle.attach(BackfillItems.class);
    }
}
