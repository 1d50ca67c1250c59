package dev.pith.starter.web.route;

import dev.pith.starter.web.view.Json;
import io.javalin.http.Context;

/** Writes responses. */
final class Responses {

    private Responses() {}

    static void json(Context ctx, Object value) {
        ctx.contentType("application/json");
        ctx.result(Json.bytes(value));
    }
}
