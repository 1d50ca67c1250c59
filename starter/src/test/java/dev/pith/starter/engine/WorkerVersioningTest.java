package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillProgress;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.VersioningBehavior;
import io.temporal.api.workflow.v1.WorkflowExecutionVersioningInfo;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two versions of the workers of one store, by Temporal's Worker Versioning. */
@Tag("servers")
class WorkerVersioningTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final Database database = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 8));
    private final CompactionClient compactions =
            new CompactionClient(DevServer.client(), SearchSupport.REGISTERED, database);
    private final HeldSummarizer old = new HeldSummarizer();
    private final HeldSummarizer renewed = new HeldSummarizer();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCompactionEndsWithTheVersionThatItBeganWithAndABackfillGoesOnWithTheCurrentOne() throws Exception {
        try (PithWorker first = worker("1", old)) {
            assertThat(first).isNotNull();
            makeCurrent("1");
            Running pinned = compactions.start(conversation("pinned"), WorkingStore.spec());
            await().atMost(WorkingStore.PATIENCE).until(() -> old.begun() > 0);
            conversation("backfilled");
            new BackfillClient(DevServer.client(), SearchSupport.REGISTERED, database)
                    .start("all", BackfilledStore.spec(), Taking.ALL, 1);

            try (PithWorker second = worker("2", renewed)) {
                assertThat(second).isNotNull();
                makeCurrent("2");
                Running next = compactions.start(conversation("next"), WorkingStore.spec());
                renewed.release();
                assertThat(outcome(next)).isEqualTo("COMPACTED");
                assertThat(old.begun()).isPositive();
                old.release();
                assertThat(outcome(pinned)).isEqualTo("COMPACTED");
                backfillEnds();

                assertThat(versioning(pinned.workflowId()).getBehavior())
                        .isEqualTo(VersioningBehavior.VERSIONING_BEHAVIOR_PINNED);
                assertThat(buildId(pinned.workflowId())).isEqualTo("1");
                assertThat(buildId(next.workflowId())).isEqualTo("2");
                assertThat(versioning(backfill()).getBehavior())
                        .isEqualTo(VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE);
                assertThat(buildId(backfill())).isEqualTo("2");
            }
        }
    }

    private PithWorker worker(String buildId, Summarizer summarizer) {
        WorkerSpec spec =
                new WorkerSpec(SearchSupport.REGISTERED, WorkerSpec.defaults().redaction(), buildId);
        return PithWorker.start(DevServer.client(), database, summarizer, List.of(), spec);
    }

    /** What an administrator does; Temporal knows a version once its worker polls. */
    private void makeCurrent(String buildId) {
        await().atMost(WorkingStore.PATIENCE)
                .ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                .until(() -> DevServer.client()
                                .getWorkflowServiceStubs()
                                .blockingStub()
                                .setWorkerDeploymentCurrentVersion(SetWorkerDeploymentCurrentVersionRequest.newBuilder()
                                        .setNamespace("default")
                                        .setDeploymentName("pith-" + database.storeId())
                                        .setBuildId(buildId)
                                        .build())
                        != null);
    }

    private String conversation(String name) {
        return StoredConversation.dialogue(database, name, 12, 400);
    }

    private String outcome(Running running) {
        compactions
                .ended(running.request().conversation(), Strategy.ROLLING)
                .orTimeout(Patience.LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
        return String.valueOf(
                compactions.settled(running.request().id()).orElseThrow().outcome());
    }

    private void backfillEnds() throws Exception {
        DevServer.client().newUntypedWorkflowStub(backfill()).getResult(60, TimeUnit.SECONDS, BackfillProgress.class);
    }

    private String backfill() {
        return WorkflowIds.backfill(TaskQueues.workflows(database.storeId()), "all");
    }

    private static String buildId(String workflow) {
        return versioning(workflow).getDeploymentVersion().getBuildId();
    }

    private static WorkflowExecutionVersioningInfo versioning(String workflow) {
        return DevServer.client()
                .newUntypedWorkflowStub(workflow)
                .describe()
                .getWorkflowExecutionInfo()
                .getVersioningInfo();
    }
}
