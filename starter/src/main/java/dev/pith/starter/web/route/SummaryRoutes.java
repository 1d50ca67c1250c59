package dev.pith.starter.web.route;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.search.Expander;
import dev.pith.activities.search.Expansion;
import dev.pith.activities.store.Summaries;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.view.Json;
import dev.pith.starter.web.view.SummaryView;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Summaries: those of a conversation, one, what it was made from, and the way back to the messages. */
public record SummaryRoutes(Backend backend) {

    private static final int BUDGET = 8_000;
    private static final int MOST_BUDGET = 200_000;
    private static final int DEEPEST = 20;

    /** A source of a summary: an earlier summary, or the messages of a range. */
    record SourceView(@Nullable SummaryView summary, long from, long to) {}

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/conversations/{id}/summaries", this::all),
                Route.get("/v1/summaries/{id}", this::one),
                Route.get("/v1/summaries/{id}/sources", this::sources),
                Route.get("/v1/summaries/{id}/expansion", this::expand));
    }

    private void all(Context ctx) {
        Parameters.of(ctx);
        Conversation conversation = new Lookup(backend).conversation(ctx);
        Responses.json(
                ctx,
                Map.of(
                        "items",
                        backend.database().table(Summaries.class).of(conversation.id()).stream()
                                .map(SummaryView::listed)
                                .toList()));
    }

    private void one(Context ctx) {
        Parameters.of(ctx);
        Responses.json(ctx, SummaryView.whole(new Lookup(backend).summary(ctx)));
    }

    private void sources(Context ctx) {
        Parameters.of(ctx);
        Summary summary = new Lookup(backend).summary(ctx);
        Summaries summaries = backend.database().table(Summaries.class);
        Responses.json(
                ctx,
                Map.of(
                        "items",
                        summaries.sources(summary.id()).stream()
                                .map(source -> new SourceView(
                                        source.sourceSummary() == null
                                                ? null
                                                : summaries
                                                        .find(source.sourceSummary())
                                                        .map(SummaryView::listed)
                                                        .orElse(null),
                                        source.fromSeq(),
                                        source.toSeq()))
                                .toList()));
    }

    private void expand(Context ctx) {
        Parameters given = Parameters.of(ctx, "depth", "budget", "from");
        Expansion expansion = Expander.expand(
                backend.database(),
                new Lookup(backend).summary(ctx),
                (int) given.number("depth", 1, 1, DEEPEST),
                (int) given.number("budget", BUDGET, 1, MOST_BUDGET),
                given.number("from", 1, 1, Long.MAX_VALUE));
        List<Map<String, Object>> pieces = new ArrayList<>();
        for (Expansion.Piece piece : expansion.pieces()) {
            Map<String, Object> object = new LinkedHashMap<>();
            if (piece instanceof Expansion.Child child) {
                object.put("type", "summary");
                object.put("summary", child.summary().id());
                object.put("from", child.summary().fromSeq());
                object.put("to", child.summary().toSeq());
                object.put("text", child.text());
            } else if (piece instanceof Expansion.Original original) {
                object.put("type", "message");
                object.put("seq", original.message().seq());
                object.put("role", Json.lower(original.message().role()));
                object.put("text", original.text());
            }
            pieces.add(object);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("items", pieces);
        object.put("next", expansion.next());
        Responses.json(ctx, object);
    }
}
