package dev.pith.benchmarks;

import dev.pith.activities.backfill.BackfillItems;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.backfill.ItemState;
import dev.pith.activities.backfill.OutcomeCount;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * By how much a backfill that keeps all four slots of a model busy delays a gist that somebody waits for: each gist of one call
 * of a second, while the backfill is paused and while it works, in turn. Argument: trials, 10 where nothing is said.
 */
final class BackfillManners {

    private static final int SLOTS = 4;
    private static final int TRIALS = 10;
    private static final int CALLS_A_TRIAL = 60;
    private static final int BUSY_CALLS = 12;
    private static final String NAME = "manners";

    private final Bench bench;
    private final ModelProcess model;
    private final Random random = new Random(7);

    private BackfillManners(Bench bench, ModelProcess model) {
        this.bench = bench;
        this.model = model;
    }

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        int trials = arguments.length == 0 ? TRIALS : Integer.parseInt(arguments[0]);
        Series idle = new Series("gist of one call, backfill paused", "ms");
        Series busy = new Series("gist of one call, backfill at full work", "ms");
        Series delay = new Series("  difference, pair by pair", "ms");
        try (Bench bench = Bench.open(Engine.Needs.TEMPORAL);
                ModelProcess model = new ModelProcess(SLOTS);
                AskingWorker worker = new AskingWorker(bench, model.baseUrl(), SLOTS)) {
            Backfilled backfilled = new Backfilled(bench);
            CompactionSpec spec = Backfilled.gists(worker.use(), FlushMode.OFF);
            BackfillManners manners = new BackfillManners(bench, model);
            manners.gist(backfilled.conversations(1).get(0), spec);
            backfilled.conversations(trials * CALLS_A_TRIAL);
            backfilled.start(NAME, spec, 4 * SLOTS);
            manners.untilBegun();
            List<String> wanted = backfilled.conversations(2 * trials);
            for (int trial = 0; trial < trials; trial++) {
                manners.pause("for a trial");
                double alone = manners.gist(wanted.get(2 * trial), spec);
                manners.pause(null);
                manners.untilFull();
                double among = manners.gist(wanted.get(2 * trial + 1), spec);
                idle.add(alone);
                busy.add(among);
                delay.add(among - alone);
            }
            bench.database().table(Backfills.class).cancel(NAME);
            bench.engine().backfills().tell(NAME);
        }
        idle.print();
        busy.print();
        delay.print();
    }

    private double gist(String conversation, CompactionSpec spec) {
        CompactionClient client = bench.engine().compactions();
        long start = System.nanoTime();
        client.start(conversation, spec);
        client.ended(conversation, Strategy.GIST).join().ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        return (System.nanoTime() - start) / 1e6;
    }

    /** What is stored from then on is not the backfill's. */
    private void untilBegun() {
        while (count(ItemState.RUNNING) == 0) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Pauses the backfill, and waits for what it has begun; lets it go on where no reason is given. */
    private void pause(@Nullable String why) {
        bench.database().table(Backfills.class).pause(NAME, why);
        bench.engine().backfills().tell(NAME);
        while (why != null && count(ItemState.RUNNING) > 0) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Until all slots were taken for a while, and then at any moment of a call. */
    private void untilFull() {
        int before = model.calls().size();
        while (model.calls().size() < before + BUSY_CALLS) {
            if (count(ItemState.WAITING) == 0) {
                throw new IllegalStateException("the backfill is too short for its trials");
            }
            LockSupport.parkNanos(20_000_000);
        }
        LockSupport.parkNanos(1_000_000L * random.nextInt(1_000));
    }

    private long count(ItemState state) {
        return bench.database().table(BackfillItems.class).counts(NAME).stream()
                .filter(count -> count.state() == state)
                .mapToLong(OutcomeCount::count)
                .sum();
    }
}
