package dev.pith.benchmarks;

import dev.pith.activities.memory.Flushes;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** By how much a flush in the background delays the end of its compaction: with and without one in turn, servers up. */
final class FlushDelay {

    private static final int WARM_UP = 12;
    private static final int RUNS = 40;
    private static final int WORDS = 60;
    private static final long BYTES = 60_000;

    private FlushDelay() {}

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        Series without = new Series("compaction, no flush", "ms");
        Series with = new Series("compaction, flush in the background", "ms");
        Series delay = new Series("  difference, pair by pair", "ms");
        Series flushes = new Series("  its flush, after the compaction's end", "ms");
        try (Bench bench = Bench.open(Engine.Needs.WORKER)) {
            for (int run = 0; run < WARM_UP + RUNS; run++) {
                boolean flushedFirst = run % 2 == 0;
                double first = compact(bench, 2 * run, flushedFirst ? FlushMode.BACKGROUND : FlushMode.OFF);
                double flush = untilFlushed(bench);
                double second = compact(bench, 2 * run + 1, flushedFirst ? FlushMode.OFF : FlushMode.BACKGROUND);
                flush += untilFlushed(bench);
                if (run >= WARM_UP) {
                    with.add(flushedFirst ? first : second);
                    without.add(flushedFirst ? second : first);
                    delay.add(flushedFirst ? first - second : second - first);
                    flushes.add(flush);
                }
            }
        }
        without.print();
        with.print();
        delay.print();
        flushes.print();
    }

    private static double compact(Bench bench, int number, FlushMode flush)
            throws IOException, NotAConversationException {
        Path file = Files.createTempFile("pith-bench-", ".jsonl");
        try {
            new GeneratedSession(number, WORDS).write(file, Long.MAX_VALUE, BYTES);
            String conversation = bench.take(file).get(0).conversation();
            CompactionClient client = bench.engine().compactions();
            long start = System.nanoTime();
            client.start(conversation, CompactionSpec.defaults().flushed(flush));
            client.ended(conversation, Strategy.ROLLING).join().ifPresent(why -> {
                throw new IllegalStateException(why);
            });
            return (System.nanoTime() - start) / 1e6;
        } finally {
            Files.delete(file);
        }
    }

    private static double untilFlushed(Bench bench) {
        long start = System.nanoTime();
        while (!bench.database().table(Flushes.class).open(null).isEmpty()) {
            LockSupport.parkNanos(2_000_000);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
