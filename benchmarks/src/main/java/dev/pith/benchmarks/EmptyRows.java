package dev.pith.benchmarks;

import dev.pith.workflows.FlushMode;
import dev.pith.workflows.backfill.BackfillActivities;
import dev.pith.workflows.backfill.BackfillItem;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.InFlight;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CommitActivities;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Plan;
import dev.pith.workflows.compaction.Planned;
import dev.pith.workflows.compaction.PlanningActivities;
import dev.pith.workflows.flush.Due;
import dev.pith.workflows.flush.FlushActivities;
import dev.pith.workflows.flush.FlushRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Store activities without a store: a list of conversations in memory, and the same answer for each of them. */
final class EmptyRows implements BackfillActivities, PlanningActivities, CommitActivities, FlushActivities {

    private static final int TOKENS = 2_300;
    private static final int MESSAGES = 40;
    private static final long SOON_MILLIS = 400;
    private static final long IDLE_MILLIS = 60_000;

    private final Deque<BackfillItem> waiting = new ArrayDeque<>();
    private final Map<Long, BackfillItem> running = new TreeMap<>();
    private final Set<String> committed = new HashSet<>();
    private final Set<String> toFlush = new HashSet<>();
    private int room;

    EmptyRows(List<String> conversations) {
        for (String conversation : conversations) {
            waiting.add(new BackfillItem(waiting.size() + 1, conversation, "compaction-" + waiting.size()));
        }
    }

    @Override
    public synchronized void begin(BackfillRequest request, String run) {
        room = request.maxInFlight();
    }

    @Override
    public synchronized Dispatch turn(String name, String run, InFlight inFlight) {
        int before = running.size();
        running.values().removeIf(item -> committed.contains(item.conversation()));
        int ended = before - running.size();
        List<Long> settled = inFlight.known().stream()
                .filter(number -> !running.containsKey(number))
                .toList();
        List<BackfillItem> start = new ArrayList<>();
        while (running.size() < room && !waiting.isEmpty()) {
            BackfillItem next = waiting.remove();
            running.put(next.number(), next);
            start.add(next);
        }
        boolean idle = running.isEmpty();
        long wait = idle ? SOON_MILLIS : IDLE_MILLIS;
        boolean over = idle && toFlush.isEmpty();
        return new Dispatch(start, settled, Map.of(ItemOutcome.COMPACTED, ended), false, over, wait, "");
    }

    @Override
    public void cancel(String name, String run) {
        throw new UnsupportedOperationException("nobody cancels");
    }

    @Override
    public Planned plan(CompactionRequest request) {
        Plan plan = new Plan(Decision.SINGLE_PASS, 1, MESSAGES, 1, TOKENS, TOKENS, 400, 400, 400, 16_000, 0, false);
        return new Planned(plan, List.of(new ChunkRef(0, 1, MESSAGES, TOKENS)));
    }

    @Override
    public synchronized CompactionResult commit(CompactionRequest request) {
        committed.add(request.conversation());
        if (request.spec().flush() != FlushMode.OFF) {
            toFlush.add(request.conversation());
        }
        return new CompactionResult(request.id(), Outcome.COMPACTED, 1, TOKENS, TOKENS, false, null);
    }

    @Override
    public synchronized Due next(String conversation) {
        return toFlush.contains(conversation)
                ? new Due(new FlushRange(1, conversation, 1, MESSAGES, "compaction", null, 1, 1, 0), null)
                : new Due(null, null);
    }

    synchronized void flushed(String conversation) {
        toFlush.remove(conversation);
    }

    @Override
    public List<ChunkRef> chunks(String compaction, int fromIndex) {
        throw new UnsupportedOperationException("one chunk is on the first page");
    }

    @Override
    public List<ChunkRef> split(CompactionRequest request, ChunkRef chunk) {
        throw new UnsupportedOperationException("nothing is split");
    }

    @Override
    public void join(CompactionRequest request, ChunkRef chunk) {
        throw new UnsupportedOperationException("nothing is split");
    }

    @Override
    public List<ChunkRef> groups(CompactionRequest request, int mergeInput) {
        throw new UnsupportedOperationException("nothing is merged");
    }

    @Override
    public CompactionResult preview(CompactionRequest request) {
        throw new UnsupportedOperationException("nothing is previewed");
    }

    @Override
    public CompactionResult end(
            CompactionRequest request, Outcome outcome, @Nullable String error, @Nullable String failure) {
        throw new IllegalStateException(outcome + ": " + error);
    }

    @Override
    public void postpone(FlushRange range, long millis, String why) {
        throw new IllegalStateException(why);
    }

    @Override
    public void failed(FlushRange range, String why) {
        throw new IllegalStateException(why);
    }

    @Override
    public boolean split(FlushRange range) {
        throw new UnsupportedOperationException("nothing is split");
    }
}
