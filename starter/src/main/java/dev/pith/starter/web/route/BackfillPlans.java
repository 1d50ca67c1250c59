package dev.pith.starter.web.route;

import dev.pith.starter.backfill.BackfillPlan;
import dev.pith.starter.backfill.BackfillPlanner;
import dev.pith.starter.web.http.Body;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.BackfillPlanView;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Answers what backfills would take. Thread-safe. */
final class BackfillPlans {

    /** The most plans at the same time: each reads all files, and is waited for. */
    private static final int MOST = 2;

    /** After this long a plan answers with what it has read. */
    private static final Duration TIME = Duration.ofSeconds(20);

    private final Backend backend;
    private final Semaphore free = new Semaphore(MOST);

    BackfillPlans(Backend backend) {
        this.backend = backend;
    }

    /** Answers with the plan. Reads files of the server, so it needs full access as a start does. */
    void answer(Context ctx) {
        Parameters.of(ctx);
        BackfillBody body = Body.of(ctx, BackfillBody.class);
        if (!free.tryAcquire()) {
            throw Problem.of(
                    ProblemKind.UNAVAILABLE,
                    MOST + " plans are made, which is the most: repeat the request in a while");
        }
        try {
            Responses.json(ctx, CheckedBackfill.used(body, backend.settings().get(), request -> {
                long end = System.nanoTime() + TIME.toNanos();
                BackfillPlan plan = new BackfillPlanner(
                                backend.database(),
                                request.spec(),
                                request.settings(),
                                () -> System.nanoTime() - end > 0)
                        .plan(request.files());
                return BackfillPlanView.of(plan, request.spec().compaction().model(), request.prices());
            }));
        } finally {
            free.release();
        }
    }
}
