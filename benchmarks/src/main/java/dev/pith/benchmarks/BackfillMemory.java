package dev.pith.benchmarks;

import dev.pith.activities.backfill.BackfillItems;
import dev.pith.activities.backfill.OutcomeCount;
import dev.pith.starter.engine.Engine;
import dev.pith.workflows.backfill.ItemOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What the process of {@code pith backfill FOLDER} holds, which imports, works and watches: its heap in use after a full
 * collection, each time so many more conversations have ended. Without a model, memories written. Arguments: conversations,
 * and after how many of them it is looked at.
 */
final class BackfillMemory {

    private static final String NAME = "memory";
    private static final long CHARACTERS = 10_000;

    private final Bench bench;
    private final Process command;
    private final long began = System.nanoTime();

    private BackfillMemory(Bench bench, Path folder, Path output) throws IOException {
        this.bench = bench;
        this.command = new ProcessBuilder(
                        Path.of(System.getProperty("pith.root", "."), "pith").toString(),
                        "backfill",
                        folder.toString(),
                        "--home=" + bench.home(),
                        "--name=" + NAME)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int size = arguments.length == 0 ? 5_000 : Integer.parseInt(arguments[0]);
        int step = arguments.length < 2 ? 1_000 : Integer.parseInt(arguments[1]);
        Path directory = Files.createTempDirectory("pith-bench-");
        try (Bench bench = Bench.open(Engine.Needs.TEMPORAL)) {
            Path folder = Files.createDirectory(directory.resolve("sessions"));
            for (int number = 1; number <= size; number++) {
                new GeneratedDialogue(number).write(folder.resolve(number + ".jsonl"), CHARACTERS);
            }
            Path output = directory.resolve("output");
            BackfillMemory memory = new BackfillMemory(bench, folder, output);
            // The last ones end with the process.
            for (int look = step; look < size; look += step) {
                memory.lookAfter(look);
            }
            if (memory.command.waitFor() != 0) {
                throw new IOException("the backfill failed: " + Files.readString(output));
            }
            memory.print(size, "the process has ended");
            Histories own = new Histories(bench.engine().temporal().client());
            own.read(new Backfilled(bench).workflowId(NAME));
            System.out.print("the backfill's own, ");
            own.print();
        } finally {
            Bench.delete(directory);
        }
    }

    private void lookAfter(int look) throws IOException, InterruptedException {
        while (ended() < look) {
            if (command.waitFor(1, TimeUnit.SECONDS)) {
                throw new IOException(
                        "the backfill ended with " + ended() + " conversations, code " + command.exitValue());
            }
        }
        double inUse = inUse() / 1e6;
        print(
                look,
                "%.1f MB in use after a full collection, process %d MB, at most %d MB"
                        .formatted(
                                inUse,
                                Machine.memory(command.pid(), "VmRSS:"),
                                Machine.memory(command.pid(), "VmHWM:")));
    }

    private void print(int ended, String what) {
        System.out.printf(Locale.ROOT, "%,d ended after %.0f s: %s%n", ended, (System.nanoTime() - began) / 1e9, what);
    }

    private long ended() {
        return bench.database().table(BackfillItems.class).counts(NAME).stream()
                .filter(count -> count.outcome() == ItemOutcome.COMPACTED)
                .mapToLong(OutcomeCount::count)
                .sum();
    }

    /** What is reachable in its heap, in bytes: counting it takes a full collection. */
    private long inUse() throws IOException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(command.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        List<String> lines = histogram.inputReader().lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("Total"))
                .map(line -> line.trim().split(" +"))
                .mapToLong(words -> Long.parseLong(words[2]))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd counted nothing: " + lines));
    }
}
