package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionSpec;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A running workflow that no worker works on. */
@Tag("servers")
class ProgressQueryTest {

    private static final String ID = "unworked";

    @Test
    void aWorkflowThatNoWorkerAnswersFor_isGivenUpSoon_andNotAskedAgainAtOnce() {
        WorkflowClient client = DevServer.client();
        client.newUntypedWorkflowStub(
                        "CompactionWorkflow",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(ID)
                                .setTaskQueue("nobody")
                                .build())
                .start(new CompactionRequest(ID, ID, CompactionSpec.defaults()));
        try {
            assertThat(asked(client)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
            assertThat(asked(client)).isLessThan(Duration.ofSeconds(1));
        } finally {
            client.newUntypedWorkflowStub(ID).terminate("the test is over");
        }
    }

    private static Duration asked(WorkflowClient client) {
        long begun = System.nanoTime();
        assertThat(ProgressQuery.of(client, ID)).isEmpty();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
