package dev.pith.benchmarks;

import dev.pith.benchmarks.ModelProcess.Heard;
import dev.pith.benchmarks.ModelProcess.Served;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The fake model of 1 s and 10 ms a token in a process of its own, with slots, and what its calls take. */
final class TimedModel implements AutoCloseable {

    private static final int MILLIS_A_TOKEN = 10;
    private static final int MOST_TOKENS = 700;

    private final ModelProcess model;
    private final int slots;
    private int forgotten;
    private int forgottenServed;

    TimedModel(int slots) throws IOException {
        this.slots = slots;
        this.model = new ModelProcess(slots, MILLIS_A_TOKEN, MOST_TOKENS);
    }

    String baseUrl() {
        return model.baseUrl();
    }

    /** From now on only later calls count. */
    void forget() {
        forgotten = model.calls().size();
        forgottenServed = model.served().size();
    }

    List<Heard> calls() {
        List<Heard> all = model.calls();
        return all.subList(forgotten, all.size());
    }

    /** What the first so many of them read together. */
    long promptTokens(int first) {
        return model.served().stream()
                .skip(forgottenServed)
                .limit(first)
                .mapToLong(Served::promptTokens)
                .sum();
    }

    /** How many were told to come back. */
    long refused() {
        return calls().stream().filter(call -> call.running() > slots).count();
    }

    /** How long the slots are busy at least with the calls that were served, in seconds. */
    double limit() {
        List<Heard> served =
                calls().stream().filter(call -> call.running() <= slots).toList();
        return onLanes(served, slots);
    }

    /** The chunk calls in order on so many lanes, then what is left (the merge) alone; in seconds. */
    double criticalPath(int chunks, int lanes) {
        List<Heard> calls = calls();
        int parallel = Math.min(chunks, calls.size());
        double rest = calls.subList(parallel, calls.size()).stream()
                .mapToDouble(TimedModel::seconds)
                .sum();
        return onLanes(calls.subList(0, parallel), lanes) + rest;
    }

    private static double onLanes(List<Heard> calls, int lanes) {
        double[] busy = new double[lanes];
        for (Heard call : calls) {
            int first = 0;
            for (int lane = 1; lane < lanes; lane++) {
                first = busy[lane] < busy[first] ? lane : first;
            }
            busy[first] += seconds(call);
        }
        return Arrays.stream(busy).max().orElse(0);
    }

    private static double seconds(Heard call) {
        return 1 + MILLIS_A_TOKEN * call.askedTokens() / 1000.0;
    }

    @Override
    public void close() {
        model.close();
    }
}
