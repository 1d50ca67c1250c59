package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.flush.FlushMode;
import dev.pith.workflows.flush.FlushProgress;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The histories that ReplayTest replays take the steps that a compaction, a flush or a backfill takes today. {@code -Dpith.histories=write} records
 * them anew.
 */
class RecordedHistoriesTest {

    private static final Path FOLDER = Path.of("../workflows/src/test/resources/histories");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void ofSeveralChunks() throws IOException {
        takesTodaysSteps("chunked-compaction", WorkingStore.spec());
    }

    @Test
    void ofASinglePass() throws IOException {
        takesTodaysSteps("single-pass", CompactionSpec.defaults());
    }

    @Test
    void ofAFlush() throws IOException {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            String conversation = store.conversation("memory-flush");
            FlushClient client = new FlushClient(DevServer.client(), SearchSupport.REGISTERED, store.database);
            client.request(conversation, null);
            String workflow = WorkflowIds.flush(TaskQueues.workflows(store.database.storeId()), conversation);
            DevServer.client().newUntypedWorkflowStub(workflow).getResult(FlushProgress.class);
            takesTodaysSteps("memory-flush", workflow);
        }
    }

    @Test
    void ofABackfillOfOne() throws IOException {
        try (BackfilledStore store = new BackfilledStore(postgres, new ExtractiveSummarizer())) {
            store.conversations(1);
            CompactionSpec gist = BackfilledStore.spec().compaction().flushed(FlushMode.OFF);
            BackfillSpec spec = new BackfillSpec(gist, Selection.ALL, null, null, null, null, null);
            store.client().start("recorded", spec, Taking.ALL, 1);
            assertThat(store.ended("recorded").ended()).isEqualTo(1);
            takesTodaysSteps("backfill", store.workflowId("recorded"));
        }
    }

    private static void takesTodaysSteps(String name, CompactionSpec spec) throws IOException {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            Running running = store.compactions.start(store.conversation(name), spec);
            assertThat(store.ended(running).outcome()).isEqualTo("COMPACTED");
            takesTodaysSteps(name, running.workflowId());
        }
    }

    private static void takesTodaysSteps(String name, String workflow) throws IOException {
        WorkflowExecutionHistory today = DevServer.client().fetchHistory(workflow);
        Path file = FOLDER.resolve(name + ".json");
        if ("write".equals(System.getProperty("pith.histories"))) {
            String identity = DevServer.client().getOptions().getIdentity();
            Files.writeString(file, today.toJson(true).replace(identity, "1@recorded") + "\n");
        }
        assertThat(steps(WorkflowExecutionHistory.fromJson(Files.readString(file))))
                .isEqualTo(steps(today));
    }

    private static List<String> steps(WorkflowExecutionHistory history) {
        return history.getEvents().stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(event -> event.getActivityTaskScheduledEventAttributes()
                        .getActivityType()
                        .getName())
                .toList();
    }
}
