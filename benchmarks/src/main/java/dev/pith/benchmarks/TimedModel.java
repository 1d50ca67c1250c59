package dev.pith.benchmarks;

import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import dev.pith.benchmarks.ModelProcess.Heard;
import dev.pith.benchmarks.ModelProcess.Served;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The fake model of 1 s and 10 ms a token in a process of its own, with slots, and what its calls take. */
final class TimedModel implements AutoCloseable {

    private static final int MILLIS_A_TOKEN = 10;
    private static final int MOST_TOKENS = 700;
    private static final int LEDGER = 20;

    private final ModelProcess model;
    private final int slots;
    private int forgotten;
    private int forgottenServed;

    TimedModel(int slots) throws IOException {
        this.slots = slots;
        this.model = new ModelProcess(slots, MILLIS_A_TOKEN, MOST_TOKENS);
    }

    /** The profile of this model with so many calls at a time. */
    ModelProfile profile(int concurrency, int window) {
        return profile("fake-" + concurrency, model.baseUrl(), concurrency, window);
    }

    /** The profile of an endpoint in OpenAI's format. */
    static ModelProfile profile(String name, String baseUrl, int concurrency, int window) {
        return new ModelProfile(
                name,
                Provider.OPENAI,
                baseUrl,
                name,
                null,
                window,
                null,
                concurrency,
                null,
                null,
                Timeouts.defaults(),
                null,
                null,
                true,
                null);
    }

    /** A request for such a profile that writes everything anew. */
    static ModelUse use(ModelProfile profile, int window) {
        return use(profile, window, LEDGER);
    }

    /** The same with another share of the ledger, in percent. */
    static ModelUse use(ModelProfile profile, int window, int ledger) {
        return new ModelUse(
                profile.name(),
                profile.endpoint(),
                window,
                16_000,
                300,
                900,
                6,
                OnModelFailure.DEGRADE,
                ledger,
                true,
                null,
                null);
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

    /** The calls of each phase in order on so many lanes, one phase after the other; in seconds. */
    double pathOf(List<Integer> phases, int lanes) {
        List<Heard> calls = calls();
        double path = 0;
        int from = 0;
        for (int phase : phases) {
            int to = Math.min(calls.size(), from + phase);
            path += onLanes(calls.subList(from, to), lanes);
            from = to;
        }
        return path;
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
