package dev.pith.benchmarks;

import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.FakeModel.Call;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The fake model of 1 s and 10 ms a token, with slots, and what its calls take. */
final class TimedModel implements AutoCloseable {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration PER_TOKEN = Duration.ofMillis(10);
    private static final int MOST_TOKENS = 700;
    private static final int RETRY_AFTER = 3;

    private final FakeModel model;
    private final int slots;
    private int forgotten;

    TimedModel(int slots) {
        this.slots = slots;
        this.model = FakeModel.start()
                .behaves(call ->
                        Behavior.slots(slots, RETRY_AFTER, Behavior.timed(FIRST, PER_TOKEN, call.asked(MOST_TOKENS))));
    }

    String baseUrl() {
        return model.baseUrl();
    }

    /** From now on only later calls count. */
    void forget() {
        forgotten = model.calls().size();
    }

    List<Call> calls() {
        return model.calls().subList(forgotten, model.calls().size());
    }

    /** How many were told to come back. */
    long refused() {
        return calls().stream().filter(call -> call.running() > slots).count();
    }

    /** How long the slots are busy at least with the calls that were served, in seconds. */
    double limit() {
        List<Call> served =
                calls().stream().filter(call -> call.running() <= slots).toList();
        return onLanes(served, slots);
    }

    /** The chunk calls in order on so many lanes, then what is left (the merge) alone; in seconds. */
    double criticalPath(int chunks, int lanes) {
        List<Call> calls = calls();
        int parallel = Math.min(chunks, calls.size());
        double rest = calls.subList(parallel, calls.size()).stream()
                .mapToDouble(TimedModel::seconds)
                .sum();
        return onLanes(calls.subList(0, parallel), lanes) + rest;
    }

    private static double onLanes(List<Call> calls, int lanes) {
        double[] busy = new double[lanes];
        for (Call call : calls) {
            int first = 0;
            for (int lane = 1; lane < lanes; lane++) {
                first = busy[lane] < busy[first] ? lane : first;
            }
            busy[first] += seconds(call);
        }
        return Arrays.stream(busy).max().orElse(0);
    }

    private static double seconds(Call call) {
        return FIRST.plus(PER_TOKEN.multipliedBy(call.asked(MOST_TOKENS))).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        model.close();
    }
}
