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
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A conversation of a million messages, from the file to its context; the argument is another number of messages. */
final class MillionMessages {

    private static final int WORDS = 80;

    private long since = System.nanoTime();

    private MillionMessages() {}

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        long messages = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
        Path file = Files.createTempFile("pith-bench-", ".jsonl");
        HeapWatch heap = new HeapWatch();
        try (Bench bench = Bench.open(Engine.Needs.WORKER)) {
            new GeneratedSession(1, WORDS).write(file, messages, Long.MAX_VALUE);
            new MillionMessages().run(bench, file);
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

    private void run(Bench bench, Path file) throws IOException, NotAConversationException {
        Receipt receipt = bench.take(file).get(0);
        lap("imported, " + Files.size(file) / 1_000_000 + " MB, " + receipt.appended() + " messages");
        CompactionClient client = bench.engine().compactions();
        CompactionClient.Running running = client.start(receipt.conversation(), CompactionSpec.defaults());
        client.ended(receipt.conversation(), Strategy.ROLLING)
                .join()
                .ifPresent(why -> System.out.println("FAILED: " + why));
        Compaction done = client.settled(running.request().id()).orElseThrow();
        lap("compacted: " + done.outcome() + ", " + done.chunks() + " chunks, " + done.tokensBefore() + " tokens to "
                + done.tokensAfter());
        Conversation conversation = bench.database()
                .table(Conversations.class)
                .find(receipt.conversation())
                .orElseThrow();
        StringWriter context = new StringWriter();
        ContextFormat.JSON.write(ContextReading.of(bench.database(), conversation, null), context);
        lap("context assembled, " + context.getBuffer().length() + " characters");
        Histories histories = new Histories(bench.engine().temporal().client());
        histories.read(running.workflowId());
        histories.print();
    }

    private void lap(String what) {
        double seconds = (System.nanoTime() - since) / 1e9;
        System.out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds, what);
        since = System.nanoTime();
    }
}
