package dev.pith.workflows.compaction;

import dev.pith.workflows.FailureType;
import dev.pith.workflows.Reasons;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import dev.pith.workflows.model.Rung;
import dev.pith.workflows.model.Step;
import dev.pith.workflows.model.Verdict;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import org.jspecify.annotations.Nullable;

/**
 * Climbs the ladder until a text is accepted: normal request, higher output limit, shorter text, and last without a
 * model, unless the request prefers to keep the context ({@link OnModelFailure}).
 */
final class Ladder {

    /** Makes one attempt at a step. */
    interface Attempt {
        Attempted at(Step step);
    }

    /**
     * An accepted text.
     *
     * @param rung the rung that wrote it
     */
    record Climbed(Rung rung, int tokens) {}

    private final @Nullable ModelUse model;
    private final ProgressTracker progress;

    Ladder(@Nullable ModelUse model, ProgressTracker progress) {
        this.model = model;
        this.progress = progress;
    }

    /** Returns an accepted text. Passes an overflow of the window on to the caller. */
    Climbed climb(Attempt attempt) {
        Step step = model == null ? Step.WITHOUT_MODEL : Step.FIRST;
        while (true) {
            Attempted attempted;
            try {
                attempted = attempt.at(step);
            } catch (ActivityFailure failure) {
                boolean asked = step.rung() != Rung.EXTRACTIVE;
                if (!FailureType.MODEL_UNAVAILABLE.is(failure) && !(asked && Reasons.isOutOfTime(failure))) {
                    throw failure;
                }
                return withoutModel(failure, attempt);
            }
            Verdict verdict = attempted.verdict();
            if (verdict == Verdict.FIT) {
                return new Climbed(step.rung(), attempted.tokens());
            }
            progress.error(step.words(verdict));
            step = orKeep(step.after(verdict), verdict);
        }
    }

    /** Uses the last rung, or rethrows the failure if the request does not allow that. */
    Climbed withoutModel(ActivityFailure failure, Attempt attempt) {
        if (model == null || model.onFailure() == OnModelFailure.KEEP) {
            throw failure;
        }
        progress.error(Reasons.of(failure));
        return new Climbed(Rung.EXTRACTIVE, attempt.at(Step.WITHOUT_MODEL).tokens());
    }

    private Step orKeep(Step next, Verdict verdict) {
        if (next.rung() == Rung.EXTRACTIVE && model != null && model.onFailure() == OnModelFailure.KEEP) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "the last reply of model " + model.profile() + " " + verdict.words()
                            + ", and the request keeps the context where the model writes nothing fit",
                    FailureType.MODEL_UNAVAILABLE.name());
        }
        return next;
    }
}
