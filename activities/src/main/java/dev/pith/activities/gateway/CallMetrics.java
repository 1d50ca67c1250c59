package dev.pith.activities.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Counts the model calls of one profile that end in this process, in Micrometer's global registry; without a registry
 * there it does nothing. Calls that a killed process lost are in the ledger only. Thread-safe.
 */
final class CallMetrics {

    /** The bounds of the histogram of call durations. */
    private static final Duration[] BOUNDS = Stream.of(1, 2, 5, 10, 20, 30, 60, 120, 300, 600)
            .map(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final String profile;
    private final Counter tokensIn;
    private final Counter tokensOut;
    private final Counter tokensCached;
    private final Counter cost;
    private final Timer duration;

    /** Registers the counters of a profile with 0. */
    CallMetrics(String profile) {
        this.profile = profile;
        this.tokensIn = counter("pith.model.input.tokens", "Tokens sent to models, with those from their cache");
        this.tokensOut = counter("pith.model.output.tokens", "Tokens that models wrote");
        this.tokensCached = counter("pith.model.cached.tokens", "Sent tokens that came from a model's cache");
        this.cost = counter("pith.model.cost", "Cost of model calls, in the currency of the profile's prices");
        this.duration = Timer.builder("pith.model.call.duration")
                .description("Time of a model call, without the wait for a permit")
                .tag("profile", profile)
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry);
    }

    /** Counts a call that ended. */
    void ended(CallEnd end) {
        Counter.builder("pith.model.calls")
                .description("Model calls that ended")
                .tag("profile", profile)
                .tag("outcome", end.outcome().name().toLowerCase(Locale.ROOT))
                .register(Metrics.globalRegistry)
                .increment();
        tokensIn.increment((double) end.tokensIn());
        tokensOut.increment((double) end.tokensOut());
        tokensCached.increment((double) end.tokensCached());
        if (end.cost() != null) {
            cost.increment(end.cost().doubleValue());
        }
        duration.record(Duration.ofMillis(end.durationMs()));
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("profile", profile)
                .register(Metrics.globalRegistry);
    }
}
