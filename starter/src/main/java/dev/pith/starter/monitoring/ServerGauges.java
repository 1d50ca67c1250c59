package dev.pith.starter.monitoring;

import dev.pith.activities.monitoring.StoreLoad;
import dev.pith.activities.monitoring.StoreLoads;
import dev.pith.activities.store.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The load of the store, and whether PostgreSQL and Temporal answer, as gauges. They are read for a scrape, at most once
 * in ten seconds. If the store does not answer in time, {@code pith_store_up} is 0 and its other gauges are not a
 * number. Thread-safe.
 */
final class ServerGauges {

    private static final Duration FRESH = Duration.ofSeconds(10);
    /** Short, since a scrape waits for both servers, and Prometheus for the scrape. */
    private static final Duration PATIENCE = Duration.ofMillis(750);

    private final BoundedRead<StoreLoad> store;
    private final BoundedRead<Boolean> temporal;
    private volatile @Nullable StoreLoad load;
    private volatile boolean temporalUp;

    private ServerGauges(Database database, WorkflowServiceStubs stubs) {
        this.store = new BoundedRead<>(() -> StoreLoads.of(database), FRESH, PATIENCE);
        this.temporal = new BoundedRead<>(() -> Readiness.answers(stubs), FRESH, PATIENCE);
    }

    /** Registers the gauges of a store and of its Temporal. */
    static ServerGauges register(Database database, WorkflowServiceStubs stubs, MeterRegistry registry) {
        ServerGauges gauges = new ServerGauges(database, stubs);
        Gauge.builder("pith.store.up", gauges, each -> each.load == null ? 0 : 1)
                .description("Whether PostgreSQL answered in time: 1 or 0")
                .register(registry);
        Gauge.builder("pith.temporal.up", gauges, each -> each.temporalUp ? 1 : 0)
                .description("Whether Temporal answered in time: 1 or 0")
                .register(registry);
        gauges.add(registry, "pith.compactions.running", "Running compactions", null, StoreLoad::compactions);
        gauges.add(
                registry,
                "pith.compaction.oldest.running.age",
                "Time since the oldest running compaction began; 0 without any",
                "seconds",
                StoreLoad::oldestSeconds);
        gauges.add(registry, "pith.flushes.pending", "Memory flushes that are pending", null, StoreLoad::flushes);
        gauges.add(registry, "pith.endpoints.cooldown", "Model endpoints in cooldown", null, StoreLoad::cooldowns);
        gauges.add(
                registry,
                "pith.endpoints.breaker.open",
                "Model endpoints with an open breaker that were called within the last hour",
                null,
                StoreLoad::breakers);
        gauges.add(registry, "pith.backfills.running", "Running backfills", null, StoreLoad::backfills);
        gauges.add(
                registry,
                "pith.backfill.items.waiting",
                "Waiting items of running backfills",
                null,
                StoreLoad::backfillItems);
        return gauges;
    }

    /** Brings the gauges up to date. Takes 1.5 s at most, when both servers are away. */
    void refresh() {
        temporal.begin();
        load = store.get().orElse(null);
        temporalUp = temporal.get().isPresent();
    }

    private void add(
            MeterRegistry registry,
            String name,
            String description,
            @Nullable String unit,
            ToDoubleFunction<StoreLoad> figure) {
        Gauge.builder(name, this, each -> {
                    StoreLoad current = each.load;
                    return current == null ? Double.NaN : figure.applyAsDouble(current);
                })
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }
}
