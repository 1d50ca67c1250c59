package dev.pith.benchmarks;

import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.PithWorker;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.TaskQueues;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Backfills without a model, memories written, beside the same workflows with activities that do nothing, in turn. Arguments:
 * conversations, pairs, conversations in flight.
 */
final class BackfillSpeed {

    private static final int[] DEFAULTS = {300, 3, 8};
    private static final int WARM_UP = 100;
    private static final int HISTORIES = 300;

    private final Bench bench;
    private final Backfilled backfilled;
    private final WorkflowClient client;
    private final int inFlight;

    private BackfillSpeed(Bench bench, int inFlight) {
        this.bench = bench;
        this.backfilled = new Backfilled(bench);
        this.client = bench.engine().temporal().client();
        this.inFlight = inFlight;
    }

    public static void main(String[] arguments) throws IOException, NotAConversationException {
        int[] said = DEFAULTS.clone();
        for (int i = 0; i < Math.min(said.length, arguments.length); i++) {
            said[i] = Integer.parseInt(arguments[i]);
        }
        Series real = new Series("conversations, gist and memories", "/s");
        Series empty = new Series("the same with empty activities", "/s");
        Series share = new Series("  share, pair by pair", "%");
        try (Bench bench = Bench.open(Engine.Needs.TEMPORAL)) {
            BackfillSpeed speed = new BackfillSpeed(bench, said[2]);
            speed.pair(0, WARM_UP);
            for (int pair = 1; pair <= said[1]; pair++) {
                double[] perSecond = speed.pair(pair, said[0]);
                System.out.printf(Locale.ROOT, "pair %d: %.2f and %.2f a second%n", pair, perSecond[0], perSecond[1]);
                real.add(perSecond[0]);
                empty.add(perSecond[1]);
                share.add(100 * perSecond[0] / perSecond[1]);
            }
        }
        real.print();
        empty.print();
        share.print();
    }

    /** Conversations a second, with and without work; which of them comes first changes from pair to pair. */
    private double[] pair(int number, int size) throws IOException, NotAConversationException {
        bench.clear();
        List<String> conversations = backfilled.conversations(size);
        double[] perSecond = new double[2];
        for (int turn = 0; turn < 2; turn++) {
            int which = (number + turn) % 2;
            perSecond[which] = size
                    / (which == 0 ? real("real-" + number, conversations) : empty("empty-" + number, conversations));
        }
        return perSecond;
    }

    private double real(String name, List<String> conversations) {
        PithWorker worker = PithWorker.start(client, bench.database(), new ExtractiveSummarizer(), List.of());
        double seconds = seconds(name, conversations.size());
        histories(name, conversations);
        worker.close();
        return seconds;
    }

    private double empty(String name, List<String> conversations) {
        String queue = TaskQueues.workflows(bench.database().storeId());
        EmptyWorker worker = new EmptyWorker(client, queue, conversations);
        double seconds = seconds(name, conversations.size());
        worker.close();
        return seconds;
    }

    private double seconds(String name, int size) {
        double own = Machine.processorMillis();
        double servers = Machine.processorMillisOfChildren();
        long start = System.nanoTime();
        backfilled.start(name, Backfilled.gists(null, FlushMode.BACKGROUND), inFlight);
        backfilled.ended(name, size);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d in %.1f s; processor time of each: worker %.1f ms, servers %.1f ms%n",
                name,
                size,
                seconds,
                (Machine.processorMillis() - own) / size,
                (Machine.processorMillisOfChildren() - servers) / size);
        return seconds;
    }

    private void histories(String name, List<String> conversations) {
        Histories own = new Histories(client);
        own.read(backfilled.workflowId(name));
        System.out.print("the backfill's own, ");
        own.print();
        Histories others = new Histories(client);
        conversations.stream()
                .limit(HISTORIES)
                .flatMap(conversation -> backfilled.workflowIds(conversation).stream())
                .forEach(others::read);
        System.out.print("of the conversations (" + Math.min(HISTORIES, conversations.size()) + "), ");
        others.print();
    }
}
