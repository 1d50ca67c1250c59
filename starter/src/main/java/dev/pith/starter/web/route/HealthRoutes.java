package dev.pith.starter.web.route;

import dev.pith.starter.monitoring.Monitoring;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import io.javalin.http.Context;
import java.util.Map;

/** Whether the process lives, and whether it can serve. Open to everyone, and tells nothing else. */
public record HealthRoutes(Monitoring monitoring) {

    /** Answers that the process lives. */
    public void live(Context ctx) {
        Parameters.of(ctx);
        Responses.json(ctx, Map.of("status", "ok"));
    }

    /** Answers whether PostgreSQL and Temporal answer. */
    public void ready(Context ctx) {
        Parameters.of(ctx);
        monitoring.trouble().ifPresent(trouble -> {
            throw Problem.of(ProblemKind.UNAVAILABLE, trouble);
        });
        Responses.json(ctx, Map.of("status", "ok"));
    }
}
