package dev.pith.starter.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel.Call;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.starter.engine.DevServer;
import dev.pith.workflows.Priorities;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionWorkflow;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;

/** Who is waited for does not stand in line behind who is not. */
@Tag("servers")
class InteractiveFirstTest extends InAScene {

    private static final int OTHERS = 10;
    private static final Duration PATIENCE = Patience.LONG;

    private static final Pattern REQUEST = Pattern.compile("(\\w+): please go on");

    private final CountDownLatch free = new CountDownLatch(1);

    @AlongsideTest
    void theChunkOfAnInteractiveCompactionRunsBeforeTenThatCameEarlier() {
        scene.concurrency = 1;
        scene.sizes = Scene.chunksOf(60_000);
        scene.fake.behaves(this::first);
        List<Running> running = new ArrayList<>();
        running.add(scene.start(scene.distinct("holder")));
        await().atMost(PATIENCE).until(() -> scene.calls() == 1);
        for (int number = 0; number < OTHERS; number++) {
            running.add(background(scene.distinct("background" + number)));
        }
        awaitQueued(OTHERS);
        running.add(scene.start(scene.distinct("interactive")));
        awaitQueued(OTHERS + 1);

        free.countDown();
        running.forEach(each -> assertCompacted(scene.ended(each)));

        assertThat(scene.fake.calls().stream().map(InteractiveFirstTest::conversation))
                .startsWith("holder", "interactive")
                .hasSize(OTHERS + 2);
    }

    /** Its messages name it. */
    private static String conversation(Call call) {
        Matcher named = REQUEST.matcher(call.material());
        assertThat(named.find()).isTrue();
        return named.group(1);
    }

    private Behavior first(Call call) {
        return (exchange, same) -> {
            if (!free.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test forgot to free the slot");
            }
            Behavior.summary(80).answer(exchange, same);
        };
    }

    private Running background(String conversation) {
        CompactionRequest request = new CompactionRequest(OpaqueId.next(), conversation, scene.spec());
        String id = WorkflowIds.compaction(scene.database.storeId(), conversation);
        CompactionWorkflow workflow = DevServer.client()
                .newWorkflowStub(
                        CompactionWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.workflows(scene.database.storeId()))
                                .setPriority(Priorities.BACKGROUND)
                                .build());
        WorkflowClient.start(workflow::compact, request, null);
        return new Running(request, id, false);
    }

    /** Until so many chunks stand in the endpoint's queue. */
    private void awaitQueued(int chunks) {
        String endpoint = scene.profile().endpoint();
        DescribeTaskQueueRequest backlog = DescribeTaskQueueRequest.newBuilder()
                .setNamespace(DevServer.client().getOptions().getNamespace())
                .setTaskQueue(TaskQueue.newBuilder()
                        .setName(TaskQueues.endpoint(TaskQueues.workflows(scene.database.storeId()), endpoint)))
                .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
                .setReportStats(true)
                .build();
        await().atMost(PATIENCE)
                .until(() -> DevServer.client()
                                .getWorkflowServiceStubs()
                                .blockingStub()
                                .describeTaskQueue(backlog)
                                .getStats()
                                .getApproximateBacklogCount()
                        == chunks);
    }
}
