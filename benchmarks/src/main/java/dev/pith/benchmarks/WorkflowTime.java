package dev.pith.benchmarks;

import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.PithWorker;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One compaction from its start to its result, one chunk, without a model, servers up. */
final class WorkflowTime {

    private static final int WARM_UP = 15;
    private static final int RUNS = 40;
    private static final int WORDS = 60;
    private static final long BYTES = 200_000;

    private WorkflowTime() {}

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        Series whole = new Series("workflow, start to result", "ms");
        Series own = new Series("  without the summarizer's own time", "ms");
        Series first = new Series("  the first " + WARM_UP + " of the process", "ms");
        TimedSummarizer summarizer = new TimedSummarizer();
        Path file = Files.createTempFile("pith-bench-", ".jsonl");
        try (Bench bench = Bench.open(Engine.Needs.TEMPORAL)) {
            PithWorker worker =
                    PithWorker.start(bench.engine().temporal().client(), bench.database(), summarizer, List.of());
            for (int run = 0; run < WARM_UP + RUNS; run++) {
                new GeneratedSession(run, WORDS).write(file, Long.MAX_VALUE, BYTES);
                String conversation = bench.take(file).get(0).conversation();
                double millis = compact(bench.engine().compactions(), conversation);
                double summarizing = summarizer.takeMillis();
                if (run < WARM_UP) {
                    first.add(millis);
                } else {
                    whole.add(millis);
                    own.add(millis - summarizing);
                }
            }
            worker.close();
        } finally {
            Files.delete(file);
        }
        first.print();
        whole.print();
        own.print();
    }

    private static double compact(CompactionClient client, String conversation) {
        long start = System.nanoTime();
        client.start(conversation, CompactionSpec.defaults());
        client.ended(conversation, Strategy.ROLLING).join().ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        return (System.nanoTime() - start) / 1e6;
    }
}
