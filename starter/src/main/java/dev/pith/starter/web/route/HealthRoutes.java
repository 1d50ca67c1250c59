package dev.pith.starter.web.route;

import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import io.grpc.StatusRuntimeException;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Whether the process lives, and whether it can serve. Open to everyone, and tells nothing else. */
public record HealthRoutes(Backend backend) {

    private static final int PATIENCE_SECONDS = 2;

    /** Answers that the process lives. */
    public void live(Context ctx) {
        Parameters.of(ctx);
        Responses.json(ctx, Map.of("status", "ok"));
    }

    /** Answers whether PostgreSQL and Temporal answer. */
    public void ready(Context ctx) {
        Parameters.of(ctx);
        backend.database()
                .transact(
                        handle -> handle.select("select 1").mapTo(Integer.class).one());
        try {
            backend.engine()
                    .temporal()
                    .client()
                    .getWorkflowServiceStubs()
                    .blockingStub()
                    .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .getSystemInfo(io.temporal.api.workflowservice.v1.GetSystemInfoRequest.getDefaultInstance());
        } catch (StatusRuntimeException e) {
            throw Problem.because(
                    ProblemKind.UNAVAILABLE,
                    "Temporal does not answer: " + e.getStatus().getCode(),
                    e);
        }
        Responses.json(ctx, Map.of("status", "ok"));
    }
}
