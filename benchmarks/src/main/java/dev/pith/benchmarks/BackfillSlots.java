package dev.pith.benchmarks;

import dev.pith.benchmarks.ModelProcess.Served;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.FlushMode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * How busy a backfill keeps a model of four slots and a second a call, by the model's own times. Arguments: conversations, one
 * call each, and rounds.
 */
final class BackfillSlots {

    private static final int SLOTS = 4;
    private static final int[] DEFAULTS = {200, 3};

    private BackfillSlots() {}

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        int[] said = DEFAULTS.clone();
        for (int i = 0; i < Math.min(said.length, arguments.length); i++) {
            said[i] = Integer.parseInt(arguments[i]);
        }
        Series busy = new Series("slots busy, first call to last", "%");
        Series whole = new Series("slots busy, while calls were left to begin", "%");
        try (Bench bench = Bench.open(Engine.Needs.TEMPORAL);
                ModelProcess model = new ModelProcess(SLOTS);
                AskingWorker worker = new AskingWorker(bench, model.baseUrl(), SLOTS)) {
            Backfilled backfilled = new Backfilled(bench);
            for (int round = 0; round < said[1]; round++) {
                bench.clear();
                backfilled.conversations(said[0]);
                int before = model.served().size();
                int callsBefore = model.calls().size();
                backfilled.start("slots-" + round, Backfilled.gists(worker.use(), FlushMode.OFF), 4 * SLOTS);
                backfilled.ended("slots-" + round, said[0]);
                List<Served> served =
                        model.served().subList(before, model.served().size());
                double share = 100 * busy(served);
                busy.add(share);
                double full = whileCallsWereLeft(served);
                whole.add(100 * full);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %d calls, %d refused, %.1f s, slots busy %.1f %%, while calls were left to begin %.1f %%%n",
                        round + 1,
                        model.calls().size() - callsBefore,
                        model.calls().size() - callsBefore - served.size(),
                        span(served) / 1e3,
                        share,
                        100 * full);
            }
        }
        busy.print();
        whole.print();
    }

    private static double busy(List<Served> served) {
        long sum = served.stream()
                .mapToLong(call -> call.toMillis() - call.fromMillis())
                .sum();
        return (double) sum / (SLOTS * span(served));
    }

    /** Without the end, when fewer calls are left than there are slots. */
    private static double whileCallsWereLeft(List<Served> served) {
        long from = served.get(0).fromMillis();
        long to = served.stream().mapToLong(Served::fromMillis).max().orElseThrow();
        long sum = served.stream()
                .mapToLong(call -> Math.min(to, call.toMillis()) - call.fromMillis())
                .sum();
        return (double) sum / (SLOTS * (to - from));
    }

    private static long span(List<Served> served) {
        long last = served.stream().mapToLong(Served::toMillis).max().orElseThrow();
        return last - served.get(0).fromMillis();
    }
}
