package dev.pith.benchmarks;

import dev.pith.activities.store.BackfillItems;
import dev.pith.activities.store.OutcomeCount;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.PithWorker;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.flush.FlushMode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a worker's process holds while a backfill without a model goes on: the heap in use after a full collection, each time
 * so many more conversations have ended. Arguments: conversations, and after how many of them it is looked at.
 */
final class BackfillMemory {

    private static final String NAME = "memory";
    private static final int IN_FLIGHT = 8;

    private BackfillMemory() {}

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        int size = arguments.length == 0 ? 5_000 : Integer.parseInt(arguments[0]);
        int step = arguments.length < 2 ? 1_000 : Integer.parseInt(arguments[1]);
        HeapWatch heap = new HeapWatch();
        try (Bench bench = Bench.open(Engine.Needs.TEMPORAL)) {
            Backfilled backfilled = new Backfilled(bench);
            backfilled.conversations(size);
            PithWorker worker = PithWorker.start(
                    bench.engine().temporal().client(), bench.database(), new ExtractiveSummarizer(), List.of());
            long began = System.nanoTime();
            backfilled.start(NAME, Backfilled.gists(null, FlushMode.BACKGROUND), IN_FLIGHT);
            for (int look = step; look <= size; look += step) {
                while (ended(bench) < look) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%,d ended after %.0f s: %.1f MB in use after a full collection, process at most %d MB%n",
                        look,
                        (System.nanoTime() - began) / 1e9,
                        inUse() / 1e6,
                        Machine.peakResident());
            }
            backfilled.ended(NAME, size);
            Histories own = new Histories(bench.engine().temporal().client());
            own.read(backfilled.workflowId(NAME));
            System.out.print("the backfill's own, ");
            own.print();
            worker.close();
        }
        System.out.printf("alive after any collection: at most %d MB%n", heap.peakMegabytes());
    }

    private static long ended(Bench bench) {
        return bench.database().table(BackfillItems.class).counts(NAME).stream()
                .filter(count -> count.outcome().equals("COMPACTED"))
                .mapToLong(OutcomeCount::count)
                .sum();
    }

    private static long inUse() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
