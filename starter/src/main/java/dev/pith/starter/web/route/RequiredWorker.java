package dev.pith.starter.web.route;

import dev.pith.starter.config.Settings;
import dev.pith.starter.requesting.WorkerCheck;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.workflows.model.ModelUse;
import org.jspecify.annotations.Nullable;

/** Refuses requests that no running worker can do, which would wait for one. */
record RequiredWorker(Backend backend) {

    /**
     * Fails unless a worker runs that can call the model.
     *
     * @param model null without a model
     */
    void require(@Nullable ModelUse model, Settings settings) {
        new WorkerCheck(backend.engine()).missing(model, settings).ifPresent(words -> {
            throw Problem.of(ProblemKind.UNAVAILABLE, words);
        });
    }
}
