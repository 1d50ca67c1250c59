package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.ActivityPolicies;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the real server makes of an attempt that asks for another one very soon. */
@Tag("servers")
class ShortestWaitTest {

    private static final String QUEUE = "shortest-wait";

    private static WorkerFactory factory;

    @BeforeAll
    static void start() {
        factory = WorkerFactory.newInstance(DevServer.client());
        Worker worker = factory.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(OneStep.class);
        worker.registerActivitiesImplementations((Busy) ShortestWaitTest::busyOnce);
        factory.start();
    }

    @AfterAll
    static void stop() {
        factory.shutdownNow();
    }

    @Test
    void theShortestIsWaitedFor() {
        assertThat(run(ActivityPolicies.SHORTEST_DELAY)).isEqualTo("attempt 2");
    }

    /** Why there is a shortest one. Where this fails, a newer server has mended it. */
    @Test
    void lessThanAMillisecondEndsAllAttempts() {
        assertThat(run(Duration.ofNanos(999_999))).isEqualTo(RetryState.RETRY_STATE_TIMEOUT.name());
    }

    private static String run(Duration delay) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setTaskQueue(QUEUE)
                .setWorkflowId(QUEUE + delay.toNanos())
                .setWorkflowRunTimeout(Duration.ofMinutes(1))
                .build();
        return DevServer.client().newWorkflowStub(Step.class, options).run(delay.toNanos());
    }

    private static String busyOnce(long nanos) {
        int attempt = Activity.getExecutionContext().getInfo().getAttempt();
        if (attempt == 1) {
            throw ApplicationFailure.newBuilder()
                    .setMessage("busy")
                    .setType(ActivityPolicies.LATER)
                    .setNextRetryDelay(Duration.ofNanos(nanos))
                    .build();
        }
        return "attempt " + attempt;
    }

    @ActivityInterface
    public interface Busy {
        String step(long nanos);
    }

    @WorkflowInterface
    public interface Step {
        @WorkflowMethod
        String run(long nanos);
    }

    public static final class OneStep implements Step {
        @Override
        public String run(long nanos) {
            try {
                return Workflow.newActivityStub(Busy.class, ActivityPolicies.chunk(QUEUE, "a step", null))
                        .step(nanos);
            } catch (ActivityFailure failure) {
                return failure.getRetryState().name();
            }
        }
    }
}
