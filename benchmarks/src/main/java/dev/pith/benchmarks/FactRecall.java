package dev.pith.benchmarks;

import dev.pith.activities.context.ContextFormat;
import dev.pith.activities.context.ContextReading;
import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.StoredDialects;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.FakeModel;
import dev.pith.benchmarks.facts.FactHistory;
import dev.pith.benchmarks.facts.FactQuestion;
import dev.pith.benchmarks.facts.HalfModel;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.PithWorker;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.ModelUse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many questions about facts a compacted context answers: after one compaction, after 2, 10 and 30 of a file that grows,
 * and under a model that drops half of what it reads, without and with what Pith appends. Arguments: a folder with histories
 * and questions; tokens of a summary, 6,000 where nothing is said.
 */
final class FactRecall {

    private static final int TOKENS = 6_000;
    private static final int WINDOW = 128_000;
    private static final List<Integer> ROUNDS = List.of(1, 2, 10, 30);
    private static final List<Integer> LEDGERS = List.of(0, 20, 40);

    private final Bench bench;
    private final List<FactHistory> histories;
    private final int tokens;

    private FactRecall(Bench bench, List<FactHistory> histories, int tokens) {
        this.bench = bench;
        this.histories = histories;
        this.tokens = tokens;
    }

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        List<FactHistory> histories = FactHistory.in(Path.of(arguments[0]));
        int tokens = arguments.length > 1 ? Integer.parseInt(arguments[1]) : TOKENS;
        try (Bench bench = Bench.open(Engine.Needs.TEMPORAL);
                FakeModel fake = HalfModel.start();
                ModelClients clients =
                        new ModelClients(variable -> Optional.empty(), new StoredDialects(bench.database()))) {
            ModelProfile profile = TimedModel.profile("half", fake.baseUrl(), 4, WINDOW);
            JournaledModel model = new JournaledModel(bench.database(), profile, clients.of(profile));
            PithWorker worker = PithWorker.start(
                    bench.engine().temporal().client(), bench.database(), new ExtractiveSummarizer(), List.of(model));
            FactRecall recall = new FactRecall(bench, histories, tokens);
            System.out.printf(Locale.ROOT, "%d histories, summaries of %,d tokens%n", histories.size(), tokens);
            for (int rounds : ROUNDS) {
                recall.print("no model, compactions: " + rounds, rounds, recall.spec(null));
            }
            for (int percent : LEDGERS) {
                recall.print(
                        "half a model, ledger " + percent + " %",
                        1,
                        recall.spec(TimedModel.use(profile, WINDOW, percent)));
            }
            worker.close();
        }
    }

    private CompactionSpec spec(@Nullable ModelUse model) {
        return new CompactionSpec(Strategy.ROLLING, tokens, null, model, 4, Sizes.defaults()).flushed(FlushMode.OFF);
    }

    private void print(String what, int rounds, CompactionSpec spec) throws IOException, NotAConversationException {
        int asked = 0;
        int answered = 0;
        int characters = 0;
        StringBuilder each = new StringBuilder();
        for (FactHistory history : histories) {
            String context = context(history, rounds, spec);
            characters += context.length();
            int right = 0;
            for (FactQuestion question : history.questions()) {
                right += question.isAnsweredBy(context) ? 1 : 0;
            }
            asked += history.questions().size();
            answered += right;
            each.append(' ').append(right);
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s %5.1f %% of %d answered (each:%s), contexts of %,d characters%n",
                what,
                100.0 * answered / asked,
                asked,
                each,
                characters / histories.size());
    }

    private String context(FactHistory history, int rounds, CompactionSpec spec)
            throws IOException, NotAConversationException {
        Path file = Files.createTempFile("pith-bench-", ".json");
        try {
            String conversation = "";
            for (int round = 1; round <= rounds; round++) {
                history.write(file, history.items().size() * round / rounds);
                conversation = bench.take(file).get(0).conversation();
                CompactionClient client = bench.engine().compactions();
                CompactionClient.Running running = client.start(conversation, spec);
                client.ended(conversation, spec.strategy()).join();
                Compaction done = client.settled(running.request().id()).orElseThrow();
                if (rounds == 1) {
                    System.out.println("  " + done.outcome() + ", " + done.chunks() + " chunks");
                }
            }
            StringWriter context = new StringWriter();
            ContextFormat.TEXT.write(
                    ContextReading.of(
                            bench.database(),
                            bench.database()
                                    .table(Conversations.class)
                                    .find(conversation)
                                    .orElseThrow(),
                            null),
                    context);
            return context.toString();
        } finally {
            Files.delete(file);
            bench.clear();
        }
    }
}
