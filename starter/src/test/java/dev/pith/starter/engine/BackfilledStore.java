package dev.pith.starter.engine;

import static org.awaitility.Awaitility.await;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.store.Database;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.BackfillClient.Running;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillProgress;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** A store that was empty before, with conversations of its own, whose gists are backfilled. */
final class BackfilledStore implements AutoCloseable {

    private final WorkingStore store;

    BackfilledStore(PostgresExtension postgres, Summarizer summarizer) {
        store = new WorkingStore(postgres, summarizer);
        database().transact(handle -> handle.execute("truncate conversation, backfill cascade"));
    }

    static BackfillSpec spec() {
        CompactionSpec gist = CompactionSpec.defaults().gist(GistSpec.defaults());
        return new BackfillSpec(gist, Selection.ALL, null, null, null, null, null);
    }

    Database database() {
        return store.database;
    }

    List<String> conversations(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> StoredConversation.dialogue(database(), "b" + i, 12, 60))
                .toList();
    }

    BackfillClient client() {
        return new BackfillClient(DevServer.client(), SearchSupport.REGISTERED, database());
    }

    Running start(String name, int maxInFlight) {
        return client().start(name, spec(), Taking.ALL, maxInFlight);
    }

    BackfillProgress ended(String name) {
        try {
            return DevServer.client()
                    .newUntypedWorkflowStub(workflowId(name))
                    .getResult(60, TimeUnit.SECONDS, BackfillProgress.class);
        } catch (TimeoutException e) {
            throw new AssertionError("backfill " + name + " does not end: " + backfill(name), e);
        }
    }

    Backfill backfill(String name) {
        return database().table(Backfills.class).find(name).orElseThrow();
    }

    String workflowId(String name) {
        return WorkflowIds.backfill(TaskQueues.workflows(database().storeId()), name);
    }

    /** Of the workflow's newest run. */
    String runId(String name) {
        return DevServer.client()
                .newUntypedWorkflowStub(workflowId(name))
                .describe()
                .getExecution()
                .getRunId();
    }

    /** Until so many conversations are planned and not ended. */
    void awaitInFlight(int number) {
        await().atMost(WorkingStore.PATIENCE)
                .until(() -> number("select count(*) from compaction where state = 'running'") == number);
    }

    long number(String sql) {
        return database()
                .transact(handle -> handle.select(sql).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        store.close();
    }
}
