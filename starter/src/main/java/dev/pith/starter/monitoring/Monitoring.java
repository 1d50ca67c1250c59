package dev.pith.starter.monitoring;

import dev.pith.activities.temporal.CompactionMetrics;
import dev.pith.starter.engine.Engine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metrics and the health of this process. What ends anywhere in the process is counted through Micrometer's global
 * registry; begin before the engine opens, so that Temporal's client is measured too. Thread-safe.
 */
public final class Monitoring implements AutoCloseable {

    /** The content type of {@link #scrape}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private volatile @Nullable ServerGauges servers;
    private volatile @Nullable Readiness readiness;

    private Monitoring(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** Begins to collect. */
    public static Monitoring begin() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new CoarseTimers());
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Metrics.addRegistry(registry);
        CompactionMetrics.register();
        return new Monitoring(registry);
    }

    /** Adds the store's load and the health of an engine that is connected to Temporal. */
    public void watch(Engine engine) {
        WorkflowServiceStubs stubs = engine.temporal().client().getWorkflowServiceStubs();
        servers = ServerGauges.register(engine.database(), stubs, registry);
        readiness = new Readiness(engine.database(), stubs);
    }

    /** Returns the registry of this process alone; what is added there does not go to other registries. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Returns all metrics in Prometheus's text format. Takes 1.5 s at most, when the servers are away. */
    public String scrape() {
        ServerGauges gauges = servers;
        if (gauges != null) {
            gauges.refresh();
        }
        return registry.scrape();
    }

    /** Returns why the process cannot work now, in words for an operator; empty if it can. */
    public Optional<String> trouble() {
        Readiness current = readiness;
        return current == null ? Optional.of("the process is still starting") : current.trouble();
    }

    @Override
    public void close() {
        Metrics.removeRegistry(registry);
        registry.close();
    }
}
