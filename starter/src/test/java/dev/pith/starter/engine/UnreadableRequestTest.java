package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.workflows.TaskQueues;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request that this version cannot read, as a newer one would write it. */
@Tag("servers")
class UnreadableRequestTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void aRequestOfANewerVersion_endsItsWorkflow_insteadOfBeingTriedForEver() {
        try (WorkingStore store = new WorkingStore(POSTGRES, new ExtractiveSummarizer())) {
            for (String type : new String[] {"Compaction", "Backfill"}) {
                WorkflowStub workflow = DevServer.client()
                        .newUntypedWorkflowStub(
                                type,
                                WorkflowOptions.newBuilder()
                                        .setTaskQueue(TaskQueues.workflows(store.database.storeId()))
                                        .setWorkflowId("unreadable/" + type)
                                        .build());
                workflow.start(Map.of("id", "x", "name", "x", "spec", Map.of("strategy", "OF_TOMORROW")), null);

                assertThatThrownBy(() -> workflow.getResult(30, TimeUnit.SECONDS, Object.class))
                        .isInstanceOf(WorkflowFailedException.class);
            }
        }
    }
}
