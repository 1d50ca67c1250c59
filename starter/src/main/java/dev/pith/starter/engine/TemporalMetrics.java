package dev.pith.starter.engine;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import io.grpc.ClientInterceptor;
import io.micrometer.core.instrument.Metrics;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of Temporal's SDK and the sizes of what is sent to Temporal, in Micrometer's global registry. A process
 * that collects no metrics (the global registry has no member when it connects) has neither, and no thread for them.
 */
record TemporalMetrics(Scope scope) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TemporalMetrics.class);
    private static final double REPORT_SECONDS = 5;

    /** Adds the metrics to the options of a connection; the caller closes what is returned after the connection. */
    static Runnable addTo(WorkflowServiceStubsOptions.Builder options, WorkflowServiceStubsOptions given) {
        if (Metrics.globalRegistry.getRegistries().isEmpty()) {
            return () -> {};
        }
        Scope scope =
                new RootScopeBuilder().reporter(new SharedReporter()).reportEvery(Duration.ofSeconds(REPORT_SECONDS));
        List<ClientInterceptor> interceptors =
                new ArrayList<>(Objects.requireNonNullElse(given.getGrpcClientInterceptors(), List.of()));
        interceptors.add(new RequestSizes());
        options.setMetricsScope(scope).setGrpcClientInterceptors(interceptors);
        return new TemporalMetrics(scope)::close;
    }

    /** Leaves the global registry open: other connections and the process's own meters use it. */
    private static final class SharedReporter extends MicrometerClientStatsReporter {
        SharedReporter() {
            super(Metrics.globalRegistry);
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {
        try {
            scope.close();
        } catch (ScopeCloseException e) {
            LOG.debug("the last metrics of Temporal's SDK were not reported", e);
        }
    }
}
