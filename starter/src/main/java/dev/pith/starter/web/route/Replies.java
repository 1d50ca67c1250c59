package dev.pith.starter.web.route;

import dev.pith.starter.web.view.Json;
import io.javalin.http.Context;

/** Writes responses. */
final class Replies {

    private Replies() {}

    static void json(Context ctx, Object value) {
        ctx.contentType("application/json");
        ctx.result(Json.bytes(value));
    }
}
