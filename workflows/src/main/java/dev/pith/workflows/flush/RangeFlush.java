package dev.pith.workflows.flush;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.FailureType;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import dev.pith.workflows.model.Rung;
import dev.pith.workflows.model.Step;
import dev.pith.workflows.model.Verdict;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one attempt at one range: climbs the ladder, and records a failure so that the next range can go on. */
final class RangeFlush {

    private final FlushRange range;
    private final FlushActivities rows;
    private @Nullable Extracted extracted;
    private String why = "";

    RangeFlush(FlushRange range, FlushActivities rows) {
        this.range = range;
        this.rows = rows;
    }

    void run() {
        try {
            climb();
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure) {
                throw failure;
            }
            if (FailureType.OVER_BUDGET.is(failure) && !keeps()) {
                withoutModel();
            } else {
                record(failure);
            }
        }
    }

    /** Returns the result; empty if the range was put off. */
    Optional<Extracted> extracted() {
        return Optional.ofNullable(extracted);
    }

    /** Returns why the range was put off. */
    String why() {
        return why;
    }

    private void climb() {
        Step step = range.model() == null ? Step.WITHOUT_MODEL : Step.FIRST;
        while (true) {
            Extracted came = activities(step).extract(new FlushTask(range, step));
            if (came.verdict() == Verdict.FIT) {
                extracted = came;
                return;
            }
            why = step.words(came.verdict());
            step = step.after(came.verdict());
            if (step.rung() == Rung.EXTRACTIVE && keeps()) {
                rows.failed(range, why);
                return;
            }
        }
    }

    /** Extracts without the model after the budget is used up, since later attempts would exceed it, too. */
    private void withoutModel() {
        try {
            extracted = activities(Step.WITHOUT_MODEL).extract(new FlushTask(range, Step.WITHOUT_MODEL));
        } catch (ActivityFailure failure) {
            record(failure);
        }
    }

    private void record(ActivityFailure failure) {
        Setback setback = Setback.of(failure);
        why = setback.why();
        if (FailureType.CONTEXT_OVERFLOW.is(failure) && rows.split(range)) {
            why = "too long for the model, flushed in parts";
        } else if (setback.pause() != null) {
            rows.postpone(range, setback.pause().toMillis(), why);
        } else {
            rows.failed(range, why);
        }
    }

    private boolean keeps() {
        return range.model() != null && range.model().onFailure() == OnModelFailure.KEEP;
    }

    private ExtractingActivities activities(Step step) {
        @Nullable ModelUse model = step.rung() == Rung.EXTRACTIVE ? null : range.model();
        String queue = TaskQueues.endpoint(
                Workflow.getInfo().getTaskQueue(), model == null ? TaskQueues.EXTRACTIVE : model.endpoint());
        String summary = "Flush messages %d to %d, %s".formatted(range.fromSeq(), range.toSeq(), step.rung());
        return Workflow.newActivityStub(ExtractingActivities.class, ActivityPolicies.flush(queue, summary));
    }
}
