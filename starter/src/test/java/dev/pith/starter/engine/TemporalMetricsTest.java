package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.monitoring.Monitoring;
import io.micrometer.core.instrument.Counter;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import org.junit.jupiter.api.Test;

class TemporalMetricsTest {

    @Test
    void theEndOfOneConnection_leavesTheMetricsOfTheProcess() {
        try (Monitoring monitoring = Monitoring.begin()) {
            WorkflowServiceStubsOptions given = WorkflowServiceStubsOptions.getDefaultInstance();
            TemporalMetrics.addTo(WorkflowServiceStubsOptions.newBuilder(), given)
                    .run();

            Counter.builder("pith.tide").register(monitoring.registry()).increment();

            assertThat(monitoring.scrape()).contains("pith_tide_total 1.0");
        }
    }
}
