package dev.pith.benchmarks;

import dev.pith.activities.intake.Receipt;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.NotAConversationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file of 1 GB, in a heap of 256 MB; the argument is another size in MB. */
final class LargeImport {

    private static final int WORDS = 120;

    private LargeImport() {}

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        long megabytes = arguments.length == 0 ? 1_000 : Long.parseLong(arguments[0]);
        Path file = Files.createTempFile("pith-bench-", ".jsonl");
        HeapWatch heap = new HeapWatch();
        try (Bench bench = Bench.open(Engine.Needs.STORE)) {
            long messages = new GeneratedSession(1, WORDS).write(file, Long.MAX_VALUE, megabytes * 1_000_000);
            long start = System.nanoTime();
            Receipt receipt = bench.take(file).get(0);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%.0f MB, %d of %d messages stored in %.1f s: %.1f MB/s; heap in use at most %d MB, process %d MB%n",
                    Files.size(file) / 1e6,
                    receipt.appended(),
                    messages,
                    seconds,
                    Files.size(file) / 1e6 / seconds,
                    heap.peakMegabytes(),
                    Machine.peakResident());
        } finally {
            Files.delete(file);
        }
    }
}
