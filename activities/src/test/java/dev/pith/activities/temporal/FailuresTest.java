package dev.pith.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.FailureType;
import io.grpc.Status;
import io.temporal.activity.ActivityInterface;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which failures end an activity after a few attempts, and which are waited for. */
class FailuresTest {

    private static final int OUTAGE = 3 * ActivityPolicies.SUMMARIZING_ATTEMPTS;

    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(new ActivityGuard())
                            .build())
                    .build());
    private final AtomicInteger attempts = new AtomicInteger();

    @ActivityInterface
    public interface Work {
        String done();
    }

    @WorkflowInterface
    public interface Working {
        @WorkflowMethod
        String run();
    }

    public static final class WorkingImpl implements Working {
        @Override
        public String run() {
            return Workflow.newActivityStub(Work.class, ActivityPolicies.store("work"))
                    .done();
        }
    }

    private Working working;

    private volatile RuntimeException failure = new IllegalStateException();
    private volatile int failing = Integer.MAX_VALUE;

    @BeforeEach
    void start() {
        Worker worker = temporal.newWorker("queue");
        worker.registerWorkflowImplementationTypes(WorkingImpl.class);
        worker.registerActivitiesImplementations((Work) this::attempt);
        temporal.start();
        WorkflowClient client = temporal.getWorkflowClient();
        working = client.newWorkflowStub(
                Working.class,
                WorkflowOptions.newBuilder().setTaskQueue("queue").build());
    }

    @AfterEach
    void close() {
        temporal.close();
    }

    private String attempt() {
        if (attempts.incrementAndGet() <= failing) {
            throw failure;
        }
        return "done";
    }

    @Test
    void aTemporalThatIsAwayIsWaitedFor() {
        failure = new IllegalStateException(Status.UNAVAILABLE.asRuntimeException());
        failing = OUTAGE;
        assertThat(working.run()).isEqualTo("done");
    }

    @Test
    void aStoreThatIsAwayIsWaitedFor() {
        failure = new IllegalStateException(new SQLException("connection refused", "08006"));
        failing = OUTAGE;
        assertThat(working.run()).isEqualTo("done");
    }

    @Test
    void aValueThatNoColumnTakesEndsIt_withoutItsText() {
        failure = new IllegalStateException(new SQLException("invalid text \"secret of a person\"", "22P05"));
        assertEndsAs("IllegalStateException, caused by SQLException with SQLState 22P05");
    }

    @Test
    void anAnswerThatIsAlwaysTheSameEndsIt() {
        failure = new IllegalStateException(Status.INVALID_ARGUMENT.asRuntimeException());
        assertEndsAs("IllegalStateException, caused by StatusRuntimeException");
    }

    private void assertEndsAs(String words) {
        assertThatThrownBy(working::run)
                .isInstanceOf(WorkflowFailedException.class)
                .rootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(ApplicationFailure.class))
                .satisfies(told -> {
                    assertThat(told.getType()).isEqualTo(FailureType.DEFECT.name());
                    assertThat(told.getOriginalMessage()).isEqualTo(words);
                });
        assertThat(attempts).hasValue(ActivityPolicies.SUMMARIZING_ATTEMPTS);
    }
}
