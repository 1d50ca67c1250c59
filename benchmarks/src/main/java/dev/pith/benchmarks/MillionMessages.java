package dev.pith.benchmarks;

import dev.pith.activities.context.ContextFormat;
import dev.pith.activities.context.ContextReading;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.intake.Receipt;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Conversations;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.LayeredSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of a million messages, from the file to its context. Arguments: another number of messages; a strategy,
 * rolling where nothing is said, or layered; the words of a message, 80 where nothing is said.
 */
final class MillionMessages {

    private static final int WORDS = 80;
    private static final int CONTEXTS = 41;

    private long since = System.nanoTime();

    private MillionMessages() {}

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        long messages = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
        Path file = Files.createTempFile("pith-bench-", ".jsonl");
        HeapWatch heap = new HeapWatch();
        try (Bench bench = Bench.open(Engine.Needs.WORKER)) {
            int words = arguments.length > 2 ? Integer.parseInt(arguments[2]) : WORDS;
            new GeneratedSession(1, words).write(file, messages, Long.MAX_VALUE);
            boolean layered = arguments.length > 1 && arguments[1].equals("layered");
            CompactionSpec rolling = CompactionSpec.defaults();
            new MillionMessages().run(bench, file, layered ? rolling.layered(LayeredSpec.defaults()) : rolling);
            System.out.printf(
                    Locale.ROOT,
                    "memory: heap in use at most %d MB of %d, process %d MB%n",
                    heap.peakMegabytes(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    Machine.peakResident());
        } finally {
            Files.delete(file);
        }
    }

    private void run(Bench bench, Path file, CompactionSpec spec) throws IOException, NotAConversationException {
        Receipt receipt = bench.take(file).get(0);
        lap("imported, " + Files.size(file) / 1_000_000 + " MB, " + receipt.appended() + " messages");
        CompactionClient client = bench.engine().compactions();
        CompactionClient.Running running = client.start(receipt.conversation(), spec);
        client.ended(receipt.conversation(), spec.strategy())
                .join()
                .ifPresent(why -> System.out.println("FAILED: " + why));
        Compaction done = client.settled(running.request().id()).orElseThrow();
        lap("compacted: " + done.outcome() + ", " + done.chunks() + " chunks, " + done.tokensBefore() + " tokens to "
                + done.tokensAfter());
        Conversation conversation = bench.database()
                .table(Conversations.class)
                .find(receipt.conversation())
                .orElseThrow();
        for (Integer budget : Arrays.asList(null, 8_000)) {
            contexts(bench, conversation, budget);
        }
        Histories histories = new Histories(bench.engine().temporal().client());
        histories.read(running.workflowId());
        histories.print();
    }

    private void contexts(Bench bench, Conversation conversation, @Nullable Integer budget) throws IOException {
        double[] millis = new double[CONTEXTS];
        int characters = 0;
        for (int i = 0; i < CONTEXTS; i++) {
            StringWriter context = new StringWriter();
            long begin = System.nanoTime();
            ContextFormat.OPENAI.write(ContextReading.of(bench.database(), conversation, budget), context);
            millis[i] = (System.nanoTime() - begin) / 1e6;
            characters = context.getBuffer().length();
        }
        double first = millis[0];
        Arrays.sort(millis);
        lap(String.format(
                Locale.ROOT,
                "context %s: %,d characters, the first %.0f ms, median %.1f ms, most %.1f ms of %d",
                budget == null ? "whole" : "of " + budget + " tokens",
                characters,
                first,
                millis[CONTEXTS / 2],
                millis[CONTEXTS - 1],
                CONTEXTS));
    }

    private void lap(String what) {
        double seconds = (System.nanoTime() - since) / 1e9;
        System.out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds, what);
        since = System.nanoTime();
    }
}
