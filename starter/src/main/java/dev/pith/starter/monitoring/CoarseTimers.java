package dev.pith.starter.monitoring;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Gives the timers of Temporal's SDK eight buckets each. By itself the SDK asks for 69, which makes a scrape of a worker
 * a megabyte.
 */
final class CoarseTimers implements MeterFilter {

    private static final double[] BOUNDS = LongStream.of(10, 50, 250, 1_000, 5_000, 30_000, 300_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        if (id.getType() != Meter.Type.TIMER || !id.getName().startsWith("temporal_")) {
            return config;
        }
        return DistributionStatisticConfig.builder()
                .percentilesHistogram(false)
                .serviceLevelObjectives(BOUNDS)
                .build()
                .merge(config);
    }
}
