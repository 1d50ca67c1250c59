package dev.pith.starter.web.route;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.search.BackgroundIndex;
import dev.pith.activities.search.ItemKind;
import dev.pith.activities.search.SearchQuery;
import dev.pith.activities.search.SearchResult;
import dev.pith.starter.overview.Titles;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.SearchHit;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches messages, summaries, gists and memories. */
public record SearchRoutes(Backend backend) {

    /** The longest wait of a request for the index to be current: after a large import it takes minutes. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int RESULTS = 20;

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.get("/v1/search", this::search));
    }

    private void search(Context ctx) {
        Parameters given = Parameters.of(ctx, "query", "kind", "conversation", "project", "source", "origin", "limit");
        SearchQuery query;
        try {
            query = new SearchQuery(
                    given.text("query")
                            .orElseThrow(() -> Problem.of(ProblemKind.INVALID, "query is missing: give some words")),
                    given.choice("kind", ItemKind.class),
                    given.textOrNull("conversation"),
                    given.textOrNull("project"),
                    given.textOrNull("source"),
                    null,
                    null,
                    given.choice("origin", Origin.class),
                    null,
                    null,
                    (int) given.number("limit", RESULTS, 1, SearchQuery.MOST));
        } catch (IllegalArgumentException e) {
            throw Problem.because(ProblemKind.INVALID, String.valueOf(e.getMessage()), e);
        }
        BackgroundIndex.Freshness freshness = backend.index().within(PATIENCE);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("items", hits(backend.index().search(query)));
        object.put("current", freshness.current());
        object.put("pending", freshness.left());
        Responses.json(ctx, object);
    }

    private List<SearchHit> hits(List<SearchResult> found) {
        Map<String, String> titles =
                Titles.byId(found.stream().map(SearchResult::conversation).toList(), backend.database());
        return found.stream()
                .map(one -> SearchHit.of(one, titles.getOrDefault(one.conversation(), one.conversation())))
                .toList();
    }
}
