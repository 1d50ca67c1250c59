package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Batches;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a thousand flushes leave behind. */
@Tag("servers")
class ThousandFlushesTest {

    private static final int CONVERSATIONS = 50;
    private static final int RANGES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void leaveNoLockNoTaskAndNoRowThatStays() {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            FlushClient client = new FlushClient(DevServer.client(), SearchSupport.REGISTERED, store.database);
            List<String> conversations = IntStream.range(0, CONVERSATIONS)
                    .mapToObj(i -> StoredConversation.dialogue(store.database, "many" + i, RANGES / 2, 20))
                    .toList();
            Flushes flushes = store.database.table(Flushes.class);
            for (int through = 1; through <= RANGES; through++) {
                for (String conversation : conversations) {
                    flushes.request(conversation, through, null, null);
                    client.wake(conversation);
                }
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(flushes.open(null)).isEmpty());
            assertThat(number(store, "select count(*) from flush where state = 'done'"))
                    .isEqualTo(CONVERSATIONS * RANGES);
            for (String conversation : conversations) {
                String workflow = WorkflowIds.flush(TaskQueues.workflows(store.database.storeId()), conversation);
                DevServer.client().newUntypedWorkflowStub(workflow).getResult(Void.class);
                assertThat(DevServer.client()
                                .fetchHistory(workflow)
                                .getHistory()
                                .getEventsCount())
                        .isLessThan(2_000);
            }
            assertThat(backlog(store)).isZero();
            // Other tests hold locks in other databases of the same server.
            assertThat(number(store, """
                            select count(*) from pg_locks l join pg_database d on d.oid = l.database
                            where l.locktype = 'advisory' and d.datname = current_database()
                            """)).isZero();
            store.database.transact(handle -> handle.execute("update flush set ended = now() - interval '31 days'"));
            assertThat(Batches.all(flushes::purge)).isEqualTo(CONVERSATIONS * RANGES);
            assertThat(number(store, "select count(*) from flush")).isZero();
        }
    }

    private static long backlog(WorkingStore store) {
        String queue = TaskQueues.workflows(store.database.storeId());
        return List.of(queue, TaskQueues.endpoint(queue, TaskQueues.EXTRACTIVE)).stream()
                .mapToLong(name -> DevServer.client()
                        .getWorkflowServiceStubs()
                        .blockingStub()
                        .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                                .setNamespace(DevServer.client().getOptions().getNamespace())
                                .setTaskQueue(TaskQueue.newBuilder().setName(name))
                                .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
                                .setReportStats(true)
                                .build())
                        .getStats()
                        .getApproximateBacklogCount())
                .sum();
    }

    private static long number(WorkingStore store, String sql) {
        return store.database.transact(
                handle -> handle.select(sql).mapTo(Long.class).one());
    }
}
