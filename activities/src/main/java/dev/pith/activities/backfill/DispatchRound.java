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

/**
 * One dispatch round of a backfill, in one transaction: records ended items, then dispatches new ones to free slots.
 */
final class DispatchRound {

    /** The result for a run that was replaced by a newer one. */
    static final Dispatch NONE = new Dispatch(List.of(), List.of(), Map.of(), false, true, 0, "");

    /** The longest wait before the next round, if no event is expected. */
    private static final long IDLE_MILLIS = 60_000;

    /** The wait while an importer appends items, or flushes end. */
    private static final long SOON_MILLIS = 400;

    /** Consecutive refusals after which the cause is assumed to be the model, not the conversations. */
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

    /** Runs the round and returns its result. */
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

    /** Decides what follows if nothing runs: the backfill ends, or waits for an import, a retry or a flush. */
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

    /** Starts items again that an earlier round dispatched without the workflow receiving its result. */
    private void startAgain(List<BackfillEntry> running) {
        for (BackfillEntry entry : running) {
            if (!inFlight.known().contains(entry.number())) {
                String compaction = entry.compactions().get(entry.compactions().size() - 1);
                start.add(new BackfillItem(entry.number(), String.valueOf(entry.conversation()), compaction));
            }
        }
    }

    /** Dispatches items into free slots. Returns whether the round stopped at its limit of items to look at. */
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
        // Running items may take less than was reserved for them, so the budget may still suffice.
        if (dispatcher.overBudget() && running == 0 && next.isEmpty()) {
            spent = true;
            endWaiting(ItemOutcome.OVER_BUDGET, "the budget did not reach for it");
        }
        return dispatcher.unfinished();
    }

    /** Pauses only if items are still waiting to start. */
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

    /** If all slots are taken, waits for the signal that an item has ended. */
    private long untilRoom(int working, boolean importing) {
        return working >= backfill.maxInFlight() ? IDLE_MILLIS : importing ? SOON_MILLIS : untilDue();
    }

    /** Returns the time until a waiting item is due, from {@link #SOON_MILLIS} to {@link #IDLE_MILLIS}. */
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
