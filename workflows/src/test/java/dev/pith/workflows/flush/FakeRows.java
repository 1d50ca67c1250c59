package dev.pith.workflows.flush;

import dev.pith.workflows.model.Verdict;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The flush rows of one conversation in memory, and an extractor that the test tells what to answer; it notes what was asked. */
public final class FakeRows implements FlushActivities, ExtractingActivities {

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    volatile Function<FlushTask, Verdict> extraction = task -> Verdict.FIT;
    private final AtomicInteger extracted = new AtomicInteger();
    private final TreeMap<Long, FlushRange> pending = new TreeMap<>();
    private final TreeMap<Long, FlushRange> putOff = new TreeMap<>();

    /** How many ranges were extracted. */
    public long extractions() {
        return extracted.get();
    }

    /** Extraction waits for it. */
    public void hold(CountDownLatch latch) {
        extraction = task -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Verdict.FIT;
        };
    }

    /** A range that is to be flushed. */
    public synchronized void add(FlushRange range) {
        pending.put(range.fromSeq(), range);
    }

    static ApplicationFailure failure(String type) {
        return ApplicationFailure.newNonRetryableFailure("no", type);
    }

    static ApplicationFailure later(Duration delay) {
        return ApplicationFailure.newBuilder()
                .setMessage("wait")
                .setType("LATER")
                .setNextRetryDelay(delay)
                .build();
    }

    @Override
    public synchronized Due next(String conversation) {
        if (!pending.isEmpty()) {
            return new Due(pending.firstEntry().getValue(), null);
        }
        if (putOff.isEmpty()) {
            calls.add("nothing");
            return new Due(null, null);
        }
        pending.putAll(putOff);
        putOff.clear();
        return new Due(null, 60_000L);
    }

    @Override
    public synchronized void postpone(FlushRange range, long millis, String why) {
        calls.add("postpone " + range.fromSeq() + " by " + millis);
        putOff.put(range.fromSeq(), pending.remove(range.fromSeq()));
    }

    @Override
    public synchronized void failed(FlushRange range, String why) {
        calls.add("failed " + range.fromSeq() + ": " + why);
        pending.remove(range.fromSeq());
        FlushRange again = new FlushRange(
                range.flush(),
                range.conversation(),
                range.fromSeq(),
                range.toSeq(),
                range.compaction(),
                range.model(),
                1,
                range.attempt() + 1,
                0);
        putOff.put(range.fromSeq(), again);
    }

    @Override
    public synchronized boolean split(FlushRange range) {
        calls.add("split " + range.fromSeq());
        long middle = (range.fromSeq() + range.toSeq()) / 2;
        add(part(range, range.fromSeq(), middle));
        add(part(range, middle + 1, range.toSeq()));
        return true;
    }

    private static FlushRange part(FlushRange range, long from, long to) {
        return new FlushRange(
                range.flush() * 10 + from, range.conversation(), from, to, range.compaction(), range.model(), 1, 1, 0);
    }

    @Override
    public Extracted extract(FlushTask task) {
        calls.add("extract " + task.range().fromSeq() + " to " + task.range().toSeq() + " at "
                + task.step().rung() + " x" + task.step().room());
        Verdict verdict = extraction.apply(task);
        if (verdict != Verdict.FIT) {
            return Extracted.unfit(verdict);
        }
        synchronized (this) {
            pending.remove(task.range().fromSeq());
        }
        extracted.incrementAndGet();
        return new Extracted(Verdict.FIT, 2, 0, 0);
    }
}
