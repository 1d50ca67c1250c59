package dev.pith.benchmarks;

import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.StoredDialects;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.PithWorker;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import dev.pith.workflows.compaction.LayeredSpec;
import dev.pith.workflows.compaction.Sizes;
import io.temporal.api.history.v1.HistoryEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * LAYERED on 960,000 characters against a fake model that takes 1 s and 10 ms a token and serves four calls at once: how
 * many calls, and how much longer than those on the critical path (leaves on four lanes, then each pass of condensations on
 * four lanes). Argument: how many rounds follow the process's first compaction, 3 where nothing is said.
 */
final class LayeredSpeed {

    private static final int SLOTS = 4;
    private static final int WINDOW = 128_000;
    private static final long CHARACTERS = 960_000;
    private static final int ROUNDS = 3;

    private final Bench bench;
    private final TimedModel fake;
    private final ModelProfile profile;
    private final Path file;
    private long seed;

    private LayeredSpeed(Bench bench, TimedModel fake, Path file) {
        this.bench = bench;
        this.fake = fake;
        this.file = file;
        this.profile = fake.profile(SLOTS, WINDOW);
    }

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        Path file = Files.createTempFile("pith-bench-", ".jsonl");
        try (Bench bench = Bench.open(Engine.Needs.TEMPORAL);
                TimedModel fake = new TimedModel(SLOTS);
                ModelClients clients =
                        new ModelClients(variable -> Optional.empty(), new StoredDialects(bench.database()))) {
            LayeredSpeed speed = new LayeredSpeed(bench, fake, file);
            JournaledModel model = new JournaledModel(bench.database(), speed.profile, clients.of(speed.profile));
            PithWorker worker = PithWorker.start(
                    bench.engine().temporal().client(), bench.database(), new ExtractiveSummarizer(), List.of(model));
            System.out.println("the first of the process");
            speed.round();
            for (int round = 0; round < rounds; round++) {
                speed.round();
            }
            worker.close();
        } finally {
            Files.delete(file);
        }
    }

    private void round() throws IOException, NotAConversationException {
        new GeneratedSession(++seed, 60).write(file, Long.MAX_VALUE, CHARACTERS);
        String conversation = bench.take(file).get(0).conversation();
        fake.forget();
        CompactionSpec spec = new CompactionSpec(
                        Strategy.ROLLING,
                        null,
                        null,
                        TimedModel.use(profile, WINDOW),
                        profile.concurrency(),
                        Sizes.defaults())
                .flushed(FlushMode.OFF)
                .layered(LayeredSpec.defaults())
                .within(ContextTarget.ofTokens(6_000));
        long start = System.nanoTime();
        bench.engine().compactions().start(conversation, spec);
        bench.engine().compactions().ended(conversation, Strategy.LAYERED).join();
        double wall = (System.nanoTime() - start) / 1e9;
        print(conversation, wall);
    }

    private void print(String conversation, double wall) {
        Compaction done =
                bench.database().table(Compactions.class).newest(conversation).orElseThrow();
        List<Integer> phases = new ArrayList<>(List.of(done.chunks()));
        phases.addAll(passes(conversation));
        double path = fake.pathOf(phases, SLOTS);
        System.out.printf(
                Locale.ROOT,
                "%,d characters: %s, %,d to %,d tokens, %d chunks, condensations by pass %s, %d calls, %.2f s,"
                        + " critical path %.2f s (%+.2f s, %+.1f %%), one call after the other %.0f s%n",
                CHARACTERS,
                done.outcome(),
                done.tokensBefore(),
                done.tokensAfter(),
                done.chunks(),
                phases.subList(1, phases.size()),
                fake.calls().size(),
                wall,
                path,
                wall - path,
                100 * (wall - path) / path,
                fake.pathOf(phases, 1));
    }

    /** Returns the number of condensations of each pass, by the workflow's history. */
    private List<Integer> passes(String conversation) {
        List<Integer> passes = new ArrayList<>();
        String workflow = Strategy.LAYERED.workflowId(bench.database().storeId(), conversation);
        for (HistoryEvent event :
                bench.engine().temporal().client().fetchHistory(workflow).getEvents()) {
            String activity = event.getActivityTaskScheduledEventAttributes()
                    .getActivityType()
                    .getName();
            if (activity.equals("Layers")) {
                passes.add(0);
            } else if (activity.equals("Condense")) {
                passes.set(passes.size() - 1, passes.get(passes.size() - 1) + 1);
            }
        }
        return passes.subList(0, passes.size() - 1);
    }
}
