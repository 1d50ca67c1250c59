package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import dev.pith.workflows.model.Rung;
import dev.pith.workflows.model.Verdict;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attempts that exceed their own time, which take hours on a real clock. */
class SlowStepLadderTest {

    @Test
    void whatTakesTheModelTooLongIsWrittenWithoutIt() {
        assertThat(climb(true, OnModelFailure.DEGRADE)).isEqualTo("NORMAL EXTRACTIVE -> EXTRACTIVE");
    }

    @Test
    void unlessTheRequestWouldRatherKeepTheContext() {
        assertThatThrownBy(() -> climb(true, OnModelFailure.KEEP)).isInstanceOf(WorkflowFailedException.class);
    }

    @Test
    void whatTakesTooLongWithoutTheModelFailsAndIsNotTriedOnceMore() {
        assertThatThrownBy(() -> climb(false, OnModelFailure.DEGRADE)).isInstanceOf(WorkflowFailedException.class);
    }

    private static String climb(boolean withModel, OnModelFailure onFailure) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            environment.newWorker("q").registerWorkflowImplementationTypes(ClimbingImpl.class);
            environment.start();
            return environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Climbing.class,
                            WorkflowOptions.newBuilder().setTaskQueue("q").build())
                    .climb(withModel, onFailure);
        }
    }

    @WorkflowInterface
    public interface Climbing {
        @WorkflowMethod
        String climb(boolean modelIsSlow, OnModelFailure onFailure);
    }

    public static final class ClimbingImpl implements Climbing {

        /** The model is slow, or else writes nothing, and what is written without it is slow the first time. */
        @Override
        public String climb(boolean modelIsSlow, OnModelFailure onFailure) {
            ModelUse model = new ModelUse("m", "e", 32_000, 4_000, 300, 900, 6, onFailure, 20, false, null, null);
            List<String> steps = new ArrayList<>();
            Ladder.Climbed climbed = new Ladder(model, new ProgressTracker("k1")).climb(step -> {
                boolean asked = step.rung() != Rung.EXTRACTIVE;
                boolean first = !steps.contains(step.rung().name());
                steps.add(step.rung().name());
                if (first && asked == modelIsSlow) {
                    throw outOfTime();
                }
                return new Attempted(asked ? Verdict.EMPTY : Verdict.FIT, 70, false);
            });
            return String.join(" ", steps) + " -> " + climbed.rung();
        }

        private static ActivityFailure outOfTime() {
            return new ActivityFailure(
                    "slow",
                    1,
                    2,
                    "Summarize",
                    "a1",
                    RetryState.RETRY_STATE_TIMEOUT,
                    "worker",
                    new TimeoutFailure("slow", null, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE));
        }
    }
}
