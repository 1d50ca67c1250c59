package dev.pith.benchmarks;

import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.StoredDialects;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.prompting.Prompt;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.benchmarks.ModelProcess.Heard;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.PithWorker;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compactions against a fake model that takes 1 s and 10 ms a token: how much longer than the calls on the plan's critical
 * path, how many calls, and ten conversations at once on a server with four slots. Argument: how many rounds follow the
 * process's first compactions, 3 where nothing is said.
 */
final class ModelSpeed {

    private static final int SLOTS = 4;
    private static final int WINDOW = 128_000;
    private static final int CONVERSATIONS = 10;
    private static final int ROUNDS = 3;

    private final Bench bench;
    private final TimedModel fake;
    private final ModelProfile profile;
    private final Path file;
    private final AtomicLong seeds;

    private ModelSpeed(Bench bench, TimedModel fake, int concurrency, Path file, AtomicLong seeds) {
        this.seeds = seeds;
        this.bench = bench;
        this.fake = fake;
        this.file = file;
        this.profile = fake.profile(concurrency, WINDOW);
    }

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        Path file = Files.createTempFile("pith-bench-", ".jsonl");
        try (Bench bench = Bench.open(Engine.Needs.TEMPORAL);
                TimedModel fake = new TimedModel(SLOTS);
                ModelClients clients =
                        new ModelClients(variable -> Optional.empty(), new StoredDialects(bench.database()))) {
            AtomicLong seeds = new AtomicLong();
            ModelSpeed four = new ModelSpeed(bench, fake, SLOTS, file, seeds);
            ModelSpeed eight = new ModelSpeed(bench, fake, 2 * SLOTS, file, seeds);
            List<JournaledModel> models = List.of(four.model(clients), eight.model(clients));
            PithWorker worker = PithWorker.start(
                    bench.engine().temporal().client(), bench.database(), new ExtractiveSummarizer(), models);
            System.out.println("the first of the process");
            four.one(187_000);
            four.one(960_000);
            for (int round = 0; round < rounds; round++) {
                System.out.printf("%nround %d%n", round + 1);
                four.one(187_000);
                four.one(960_000);
                four.several();
                eight.several();
            }
            worker.close();
        } finally {
            Files.delete(file);
        }
    }

    private JournaledModel model(ModelClients clients) {
        return new JournaledModel(bench.database(), profile, clients.of(profile));
    }

    private void one(long characters) throws IOException, NotAConversationException {
        fake.forget();
        String conversation = conversation(characters);
        long start = System.nanoTime();
        start(conversation).join();
        double wall = (System.nanoTime() - start) / 1e9;
        Compaction done = ended(conversation);
        List<Heard> calls = fake.calls();
        double path = fake.criticalPath(done.chunks(), profile.concurrency());
        int instructions = TokenCounter.shared().count(Prompt.CHUNK.text());
        long read = fake.promptTokens(done.chunks()) - (long) done.chunks() * instructions;
        System.out.printf(
                Locale.ROOT,
                "%,d characters: %s, %d chunks, %d calls, %.2f s, critical path %.2f s (%+.2f s, %+.1f %%), "
                        + "transcripts %.3f of the head%n",
                characters,
                done.outcome(),
                done.chunks(),
                calls.size(),
                wall,
                path,
                wall - path,
                100 * (wall - path) / path,
                (double) read / done.headTokens());
    }

    private void several() throws IOException, NotAConversationException {
        fake.forget();
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            conversations.add(conversation(187_000));
        }
        long start = System.nanoTime();
        List<CompletableFuture<?>> running = new ArrayList<>();
        conversations.forEach(conversation -> running.add(start(conversation)));
        running.forEach(CompletableFuture::join);
        double wall = (System.nanoTime() - start) / 1e9;
        double limit = fake.limit();
        long well = conversations.stream()
                .filter(conversation -> ended(conversation).outcome() == Outcome.COMPACTED)
                .count();
        System.out.printf(
                Locale.ROOT,
                "%d conversations, %d slots, concurrency %d: %d compacted by the model, %d calls, %d refused, %.2f s, "
                        + "the slots' limit %.2f s (%+.1f %%)%n",
                CONVERSATIONS,
                SLOTS,
                profile.concurrency(),
                well,
                fake.calls().size(),
                fake.refused(),
                wall,
                limit,
                100 * (wall - limit) / limit);
    }

    private String conversation(long characters) throws IOException, NotAConversationException {
        new GeneratedSession(seeds.incrementAndGet(), 60).write(file, Long.MAX_VALUE, characters);
        return bench.take(file).get(0).conversation();
    }

    private CompletableFuture<?> start(String conversation) {
        CompactionSpec spec = new CompactionSpec(
                        Strategy.ROLLING,
                        null,
                        null,
                        TimedModel.use(profile, WINDOW),
                        profile.concurrency(),
                        Sizes.defaults())
                .flushed(FlushMode.OFF);
        bench.engine().compactions().start(conversation, spec);
        return bench.engine().compactions().ended(conversation, Strategy.ROLLING);
    }

    private Compaction ended(String conversation) {
        return bench.database().table(Compactions.class).newest(conversation).orElseThrow();
    }
}
