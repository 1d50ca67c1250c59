package dev.pith.starter.web.problem;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.starter.web.view.Json;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes problems as responses. */
public final class ProblemWriter {

    static final String TYPE = "application/problem+json";
    static final int RETRY_SECONDS = 2;
    private static final Logger LOG = LoggerFactory.getLogger("dev.pith.Web");

    private ProblemWriter() {}

    /** Writes the problem of an exception and logs it if it is a defect. */
    public static void write(Throwable thrown, Context ctx) {
        Problem problem = Problems.of(thrown);
        if (problem.kind() == ProblemKind.INTERNAL) {
            LOG.error("{} {} failed", ctx.method(), ControlCharacters.visible(ctx.path()), problem.getCause());
        }
        if (problem.kind() == ProblemKind.UNAVAILABLE) {
            LOG.info(
                    "{} {} is refused: {}",
                    ctx.method(),
                    ControlCharacters.visible(ctx.path()),
                    problem.detail(),
                    thrown);
            ctx.header("Retry-After", String.valueOf(RETRY_SECONDS));
        }
        ctx.status(problem.kind().status());
        ctx.contentType(TYPE);
        ctx.result(bytes(problem));
    }

    static byte[] bytes(Problem problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", problem.kind().type());
        object.put("title", problem.kind().title());
        object.put("status", problem.kind().status());
        object.put("detail", problem.detail());
        object.putAll(problem.members());
        return Json.bytes(object);
    }
}
