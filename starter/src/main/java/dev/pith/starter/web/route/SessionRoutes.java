package dev.pith.starter.web.route;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pith.starter.web.guard.AccessRule;
import dev.pith.starter.web.http.Body;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.Json;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser's session: it gives the access token once. */
public record SessionRoutes(AccessRule access) {

    private static final int NO_CONTENT = 204;

    /** The body of a sign-in. */
    record Token(@Nullable String token) {
        @JsonCreator
        Token(@JsonProperty("token") @Nullable String token) {
            this.token = token;
        }
    }

    /** Answers what the browser may do: none, read or full. */
    public void show(Context ctx) {
        Parameters.of(ctx);
        Responses.json(ctx, Map.of("access", access.of(ctx).map(Json::lower).orElse("none")));
    }

    /** Lets a browser in. */
    public void signIn(Context ctx) {
        Parameters.of(ctx);
        String token = Body.of(ctx, Token.class).token();
        if (token == null || token.isBlank()) {
            throw Problem.of(ProblemKind.INVALID, "token is missing: give an access token");
        }
        access.signIn(ctx, token.strip());
        ctx.status(NO_CONTENT);
    }

    /** Ends the session. */
    public void signOut(Context ctx) {
        Parameters.of(ctx);
        access.signOut(ctx);
        ctx.status(NO_CONTENT);
    }
}
