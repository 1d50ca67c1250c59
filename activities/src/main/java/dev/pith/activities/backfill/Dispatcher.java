package dev.pith.activities.backfill;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.store.Reserved;
import dev.pith.workflows.backfill.BackfillItem;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.compaction.GistSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Dispatches the next items: skips conversations that are up to date, and stops at the budget. */
final class Dispatcher {

    private static final int PAGE = 200;

    private static final String UNDONE = "its compaction was undone, and no message has come since";

    /** The most items that one round looks at, to keep it short; the next round continues. */
    private static final int MOST_LOOKED_AT = 5_000;

    private final BackfillFlow flow;
    private final String backfill;
    private final BackfillSpec spec;
    private final Budget budget;
    private final List<DispatchedItem> handed = new ArrayList<>();
    private long unbegun;
    private int skipped;
    private int looked;
    private boolean overBudget;

    Dispatcher(Handle handle, String backfill, BackfillSpec spec) {
        this.flow = handle.attach(BackfillFlow.class);
        this.backfill = backfill;
        this.spec = spec;
        this.budget = new Budget(handle, backfill, spec);
    }

    /**
     * Dispatches items and marks them as running.
     *
     * @param room the number of free slots
     * @param mayBegin the most items that may start for the first time
     */
    List<BackfillItem> next(long room, long mayBegin) {
        unbegun = mayBegin;
        GistSpec gist = spec.compaction().gist();
        long from = 0;
        boolean more = room > 0;
        while (more) {
            int wanted = (int) Math.max(room - handed.size(), looked > 0 ? PAGE : 1);
            List<Candidate> page =
                    flow.due(backfill, spec.compaction().strategy(), from, gist == null ? 0 : gist.after(), wanted);
            take(page, room);
            looked += page.size();
            more = page.size() == wanted && handed.size() < room && unbegun > 0 && !overBudget && !unfinished();
            from = page.isEmpty() ? from : page.get(page.size() - 1).number();
        }
        flow.begin(backfill, handed);
        return handed.stream()
                .map(item -> new BackfillItem(item.number(), item.conversation(), item.compaction()))
                .toList();
    }

    int skipped() {
        return skipped;
    }

    /** Returns whether the budget was too small for a further item. */
    boolean overBudget() {
        return overBudget;
    }

    /** Returns whether the round stopped because it had looked at {@link #MOST_LOOKED_AT} items. */
    boolean unfinished() {
        return looked >= MOST_LOOKED_AT;
    }

    private void take(List<Candidate> page, long room) {
        List<Long> upToDate = new ArrayList<>();
        List<Long> undone = new ArrayList<>();
        for (Candidate candidate : page) {
            if (candidate.upToDate()) {
                upToDate.add(candidate.number());
            } else if (candidate.undone()) {
                undone.add(candidate.number());
            } else if (handed.size() < room && !overBudget && (candidate.begun() || unbegun > 0)) {
                hand(candidate);
            }
        }
        flow.end(backfill, upToDate, ItemOutcome.SKIPPED, null);
        flow.end(backfill, undone, ItemOutcome.SKIPPED, UNDONE);
        skipped += upToDate.size() + undone.size();
    }

    private void hand(Candidate next) {
        Optional<Reserved> reserved = budget.reserve(next.conversation());
        overBudget = reserved.isEmpty();
        reserved.ifPresent(may -> {
            handed.add(
                    new DispatchedItem(next.number(), next.conversation(), OpaqueId.next(), may.tokens(), may.cost()));
            unbegun -= next.begun() ? 0 : 1;
        });
    }
}
