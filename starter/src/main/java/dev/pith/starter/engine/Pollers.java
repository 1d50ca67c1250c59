package dev.pith.starter.engine;

import dev.pith.activities.gateway.Providers;
import dev.pith.activities.store.Database;
import dev.pith.workflows.TaskQueues;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the pollers of a store's task queues. */
final class Pollers {

    private static final long DEADLINE_SECONDS = 2;

    /** Temporal lists pollers for minutes after their last poll; a live one polls again within this time. */
    static final Duration LONGEST_POLL = Duration.ofSeconds(65);

    private Pollers() {}

    /** Returns whether a process other than this one polls. A killed one on another host counts for about a minute. */
    static boolean others(WorkflowClient client, String storeId) {
        try {
            return pollers(client, TaskQueues.workflows(storeId), TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                    .anyMatch(poller -> isAnother(poller, client.getOptions().getIdentity()));
        } catch (StatusRuntimeException e) {
            // A server that does not answer has no workers.
            return false;
        }
    }

    /**
     * Returns whether any process polls for workflows of a store. A killed one on another host counts for about a minute.
     *
     * @throws StatusRuntimeException if Temporal does not answer within two seconds
     */
    static boolean any(WorkflowClient client, String storeId) {
        String own = client.getOptions().getIdentity();
        return pollers(client, TaskQueues.workflows(storeId), TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                .anyMatch(poller -> poller.equals(own) || isAnother(poller, own));
    }

    /**
     * Returns whether any worker serves an endpoint: it polls the endpoint's queue, or does not poll because it is at
     * capacity.
     *
     * @throws StatusRuntimeException if Temporal does not answer within two seconds
     */
    static boolean any(WorkflowClient client, Database database, String endpoint) {
        String queue = TaskQueues.endpoint(TaskQueues.workflows(database.storeId()), endpoint);
        String own = client.getOptions().getIdentity();
        return pollers(client, queue, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
                        .anyMatch(poller -> poller.equals(own) || isAnother(poller, own))
                || database.table(Providers.class).permits(endpoint) > 0;
    }

    private static Stream<String> pollers(WorkflowClient client, String queue, TaskQueueType type) {
        DescribeTaskQueueRequest request = DescribeTaskQueueRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                .setTaskQueueType(type)
                .build();
        long oldest = Instant.now().minus(LONGEST_POLL).getEpochSecond();
        return described(client, request).getPollersList().stream()
                .filter(poller -> poller.getLastAccessTime().getSeconds() >= oldest)
                .map(PollerInfo::getIdentity);
    }

    /** The in-process server does not implement this call; only its own process can poll it. */
    private static DescribeTaskQueueResponse described(WorkflowClient client, DescribeTaskQueueRequest request) {
        try {
            return client.getWorkflowServiceStubs()
                    .blockingStub()
                    .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .describeTaskQueue(request);
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                return DescribeTaskQueueResponse.getDefaultInstance();
            }
            throw e;
        }
    }

    /** Poller identities are {@code pid@host}. For this host, the process can be checked for being alive. */
    private static boolean isAnother(String poller, String own) {
        int at = poller.indexOf('@');
        boolean sameHost = at > 0 && own.endsWith(poller.substring(at));
        if (!sameHost || !poller.substring(0, at).matches("\\d{1,18}")) {
            return !poller.equals(own);
        }
        return !poller.equals(own)
                && ProcessHandle.of(Long.parseLong(poller.substring(0, at))).isPresent();
    }
}
