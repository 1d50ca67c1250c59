package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which exceptions end a workflow, and which are only a failed step of it. */
class WorkflowDefectsTest {

    private static final long DEADLOCK_MILLIS = 200;

    private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();
    private final AtomicInteger steps = new AtomicInteger();

    @WorkflowInterface
    public interface Working {
        @WorkflowMethod
        String run();
    }

    public record WorkingImpl(Supplier<String> work) implements Working {
        @Override
        public String run() {
            return work.get();
        }
    }

    @AfterEach
    void close() {
        temporal.close();
    }

    /** Its thread gets no processor for longer than the SDK waits, as on a computer that is asleep. */
    @Test
    void aWorkflowWhoseThreadStarves_goesOn() {
        Working working = working(() -> {
            if (steps.getAndIncrement() == 0) {
                starve();
            }
            return "done after " + steps.get();
        });

        assertThat(working.run()).isEqualTo("done after 2");
    }

    @Test
    void aDefect_endsTheWorkflow() {
        Working working = working(() -> {
            steps.incrementAndGet();
            throw new NullPointerException("a field of a newer version");
        });

        assertThatThrownBy(working::run).isInstanceOf(WorkflowFailedException.class);
        assertThat(steps).hasValue(1);
    }

    private static void starve() {
        long end = System.nanoTime() + Duration.ofMillis(5 * DEADLOCK_MILLIS).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private Working working(Supplier<String> work) {
        WorkerOptions options = WorkerOptions.newBuilder()
                .setDefaultDeadlockDetectionTimeout(DEADLOCK_MILLIS)
                .build();
        temporal.newWorker("queue", options)
                .registerWorkflowImplementationFactory(
                        Working.class, () -> new WorkingImpl(work), WorkflowDefects.options());
        temporal.start();
        return temporal.getWorkflowClient()
                .newWorkflowStub(
                        Working.class,
                        WorkflowOptions.newBuilder().setTaskQueue("queue").build());
    }
}
