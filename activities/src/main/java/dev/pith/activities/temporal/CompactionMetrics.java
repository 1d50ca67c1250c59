package dev.pith.activities.temporal;

import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.model.Rung;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts compactions and chunks that end in this process, in Micrometer's global registry; without a registry there it
 * does nothing. A step that is repeated after a crash counts again. Thread-safe.
 */
public final class CompactionMetrics {

    /** The bounds of the histogram of chunk durations. */
    private static final Duration[] CHUNK_BOUNDS = seconds(0.1, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600);

    /** The bounds of the histogram of compaction durations. */
    private static final Duration[] COMPACTION_BOUNDS = seconds(1, 5, 15, 30, 60, 120, 300, 900, 1800, 3600);

    private CompactionMetrics() {}

    /** Registers the counters of all outcomes with 0, so that a first failure is an increase. */
    public static void register() {
        for (Strategy strategy : Strategy.values()) {
            for (Outcome outcome : Outcome.values()) {
                counter(strategy, outcome);
            }
        }
    }

    /** Counts a compaction that ended with an outcome. */
    public static void ended(Strategy strategy, Outcome outcome) {
        counter(strategy, outcome).increment();
    }

    /** Records how long a compaction took, from its plan to its end. */
    static void took(Strategy strategy, Duration duration) {
        Timer.builder("pith.compaction.duration")
                .description("Time from the plan of a compaction to its end")
                .tag("strategy", label(strategy))
                .serviceLevelObjectives(COMPACTION_BOUNDS)
                .register(Metrics.globalRegistry)
                .record(duration);
    }

    /** Records how long one attempt at a chunk took. */
    static void chunk(Rung rung, Duration duration) {
        Timer.builder("pith.chunk.duration")
                .description("Time of one attempt at a chunk's summary; reused summaries are not in it")
                .tag("rung", label(rung))
                .serviceLevelObjectives(CHUNK_BOUNDS)
                .register(Metrics.globalRegistry)
                .record(duration);
    }

    private static Counter counter(Strategy strategy, Outcome outcome) {
        return Counter.builder("pith.compactions")
                .description("Compactions that ended")
                .tag("strategy", label(strategy))
                .tag("outcome", label(outcome))
                .register(Metrics.globalRegistry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Duration[] seconds(double... bounds) {
        Duration[] durations = new Duration[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            durations[i] = Duration.ofMillis(Math.round(bounds[i] * 1000));
        }
        return durations;
    }
}
