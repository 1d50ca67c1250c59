package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.flush.FlushProgress;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The histories that ReplayTest replays take the steps that a compaction, a flush or a backfill takes today. */
@Tag("servers")
class RecordedHistoriesTest {

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
            RecordedHistory.takesTodaysSteps("memory-flush", workflow);
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
            RecordedHistory.takesTodaysSteps("backfill", store.workflowId("recorded"));
        }
    }

    @Test
    void ofABackfillThatIsPausedAndGoesOn() throws IOException {
        HeldSummarizer held = new HeldSummarizer();
        try (BackfilledStore store = new BackfilledStore(postgres, held)) {
            store.conversations(2);
            Backfills backfills = store.database().table(Backfills.class);
            store.start("paused", 1);
            store.awaitInFlight(1);
            backfills.pause("paused", "by hand");
            store.client().tell("paused");
            held.release();
            await().atMost(WorkingStore.PATIENCE).until(() -> ended(store) == 1);
            backfills.pause("paused", null);
            store.client().tell("paused");
            assertThat(store.ended("paused").ended()).isEqualTo(2);
            RecordedHistory.takesTodaysStepsAnyNumberOfTimes("paused-backfill", store.workflowId("paused"));
        }
    }

    @Test
    void ofACanceledCompaction() throws IOException {
        HeldSummarizer held = new HeldSummarizer();
        try (WorkingStore store = new WorkingStore(postgres, held)) {
            Running running = store.compactions.start(store.conversation("canceled"), WorkingStore.spec());
            store.awaitBegun(held);
            store.compactions.cancel(running.request().conversation(), Strategy.ROLLING);
            held.release();
            assertThat(store.ended(running).outcome()).isEqualTo(Outcome.CANCELED);
            RecordedHistory.takesTodaysSteps("canceled-compaction", running.workflowId());
        }
    }

    /** Two runs: one that ends by continuing as new, and the one that goes on. */
    @Test
    void ofACompactionThatContinuesAsNew() throws IOException {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            String conversation = StoredConversation.dialogue(store.database, "recorded-long", 110, 60);
            Running running = store.compactions.start(conversation, WorkingStore.spec(100));
            String first = DevServer.client()
                    .newUntypedWorkflowStub(running.workflowId())
                    .describe()
                    .getWorkflowExecutionInfo()
                    .getFirstRunId();
            assertThat(store.ended(running).outcome()).isEqualTo(Outcome.COMPACTED);
            RecordedHistory.takesTodaysSteps(
                    "continued-as-new", DevServer.client().fetchHistory(running.workflowId(), first));
            RecordedHistory.takesTodaysSteps("continuing-compaction", running.workflowId());
        }
    }

    private static long ended(BackfilledStore store) {
        return store.number("select count(*) from compaction where state = 'ended'");
    }

    private static void takesTodaysSteps(String name, CompactionSpec spec) throws IOException {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            Running running = store.compactions.start(store.conversation(name), spec);
            assertThat(store.ended(running).outcome()).isEqualTo(Outcome.COMPACTED);
            RecordedHistory.takesTodaysSteps(name, running.workflowId());
        }
    }
}
