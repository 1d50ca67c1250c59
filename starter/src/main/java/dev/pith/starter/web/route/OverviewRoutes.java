package dev.pith.starter.web.route;

import dev.pith.activities.listing.CompactionPages;
import dev.pith.activities.listing.CostDays;
import dev.pith.activities.listing.PageMark;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.RunState;
import dev.pith.starter.config.ModelProfiles;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.live.FeedSource;
import dev.pith.starter.web.view.CompactionItem;
import dev.pith.starter.web.view.Json;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What concerns all conversations: running work, models, costs by day. */
public record OverviewRoutes(Backend backend) {

    private static final int SHOWN = 20;
    private static final int MOST_RUNNING = 200;
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/events", this::events),
                Route.get("/v1/models", this::models),
                Route.get("/v1/costs", this::costs));
    }

    private void events(Context ctx) {
        Parameters.of(ctx);
        backend.feeds().stream(ctx, "all", () -> new FeedSource.State(Json.treeWithoutNulls(present()), false));
    }

    private Map<String, Object> present() {
        CompactionPages pages = backend.database().table(CompactionPages.class);
        return Map.of(
                "runningCompactions", pages.running(),
                "running", items(pages.after(PageMark.START, RunState.RUNNING, null, MOST_RUNNING)),
                "ended", items(pages.endedLast(SHOWN)));
    }

    /** Returns compactions by id, so that a change names only those that changed. */
    private Map<String, CompactionItem> items(List<Compaction> listed) {
        Map<String, CompactionItem> items = new LinkedHashMap<>();
        new CompactionItems(backend.database()).titled(listed).forEach(one -> items.put(one.id(), one));
        return items;
    }

    private void models(Context ctx) {
        Parameters.of(ctx);
        Settings settings = backend.settings().get();
        Responses.json(
                ctx,
                Map.of(
                        "items",
                        settings.models().names(),
                        "default",
                        settings.text(Setting.DEFAULT_MODEL).orElse(ModelProfiles.EXTRACTIVE),
                        "strategy",
                        Json.lower(settings.strategy())));
    }

    private void costs(Context ctx) {
        Parameters given = Parameters.of(ctx, "days");
        Instant since = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .minus(given.number("days", DAYS, 1, MOST_DAYS) - 1, ChronoUnit.DAYS);
        Responses.json(
                ctx,
                Map.of(
                        "since",
                        since,
                        "items",
                        backend.database().table(CostDays.class).since(since)));
    }
}
