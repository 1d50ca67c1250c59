package dev.pith.starter.web.route;

import dev.pith.activities.context.ContextFormat;
import dev.pith.activities.context.ContextReading;
import dev.pith.activities.conversation.Conversation;
import dev.pith.starter.web.http.EntityTag;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The context of a conversation, as a model takes it. It comes from the store, not through Temporal, so no limit on
 * payloads applies to it, and an append that was answered is in it.
 */
public record ContextRoutes(Backend backend) {

    private static final int MOST_BUDGET = 100_000_000;
    private static final int NOT_MODIFIED = 304;

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.get("/v1/conversations/{id}/context", this::context));
    }

    private void context(Context ctx) {
        Parameters given = Parameters.of(ctx, "format", "budget");
        ContextFormat format =
                Objects.requireNonNullElse(given.choice("format", ContextFormat.class), ContextFormat.JSON);
        @Nullable Integer budget = whole(given.number("budget", 0, 1, MOST_BUDGET));
        Conversation conversation = new Lookup(backend).conversation(ctx);
        String tag = "\"" + conversation.contextVersion() + "-" + conversation.messages() + "-" + format + "-"
                + (budget == null ? "all" : budget) + "\"";
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", "private, no-cache");
        if (EntityTag.isHeld(tag, ctx)) {
            ctx.status(NOT_MODIFIED);
            return;
        }
        ContextReading reading = ContextReading.of(backend.database(), conversation, budget);
        ctx.header("Pith-Version", String.valueOf(conversation.contextVersion()));
        ctx.header("Pith-Seq", String.valueOf(conversation.messages()));
        ctx.header("Pith-Left-Out", String.valueOf(reading.leftOut()));
        ctx.contentType(format == ContextFormat.TEXT ? "text/plain;charset=utf-8" : "application/json");
        // Whole before the first byte leaves: a store that fails on the way must not end in half a context with status
        // 200.
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(whole, StandardCharsets.UTF_8)) {
            format.write(reading, out);
        } catch (IOException e) {
            throw new UncheckedIOException("the context could not be written", e);
        }
        ctx.result(whole.toByteArray());
    }

    /** Returns a budget; null for 0, which no caller can give. */
    private static @Nullable Integer whole(long given) {
        return given == 0 ? null : Math.toIntExact(given);
    }
}
