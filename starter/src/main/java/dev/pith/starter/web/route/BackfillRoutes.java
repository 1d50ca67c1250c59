package dev.pith.starter.web.route;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.BackfillItems;
import dev.pith.activities.backfill.Backfills;
import dev.pith.starter.web.guard.ImportFolders;
import dev.pith.starter.web.http.Body;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.live.FeedSource;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.BackfillState;
import dev.pith.starter.web.view.Json;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Backfills: all, one, plan, start, follow, pause, resume, cancel; the folders that they may import. */
public record BackfillRoutes(Backend backend) {

    private static final int ACCEPTED = 202;

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/backfills", this::all),
                Route.post("/v1/backfills", this::start),
                Route.post("/v1/backfill-plans", new BackfillPlans(backend)::answer),
                Route.get("/v1/folders", this::folders),
                Route.get("/v1/backfills/{name}", this::one),
                Route.get("/v1/backfills/{name}/events", this::events),
                Route.post("/v1/backfills/{name}/pause", this::pause),
                Route.post("/v1/backfills/{name}/resume", this::resume),
                Route.post("/v1/backfills/{name}/cancel", this::cancel));
    }

    private void all(Context ctx) {
        Parameters.of(ctx);
        Responses.json(
                ctx,
                Map.of(
                        "items",
                        backend.database().table(Backfills.class).all().stream()
                                .map(this::state)
                                .toList()));
    }

    private void folders(Context ctx) {
        Parameters.of(ctx);
        Responses.json(
                ctx,
                Map.of(
                        "items",
                        ImportFolders.of(backend.settings().get()).present().stream()
                                .map(Path::toString)
                                .toList()));
    }

    private void start(Context ctx) {
        Parameters.of(ctx);
        Backfill backfill = new BackfillStart(backend).start(Body.of(ctx, BackfillBody.class));
        ctx.header("Location", "/v1/backfills/" + backfill.name());
        ctx.status(ACCEPTED);
        Responses.json(ctx, state(backfill));
    }

    private void one(Context ctx) {
        Parameters.of(ctx);
        Responses.json(ctx, state(find(Lookup.id(ctx, "name"))));
    }

    private void events(Context ctx) {
        Parameters.of(ctx);
        String name = find(Lookup.id(ctx, "name")).name();
        backend.feeds().stream(ctx, "backfill " + name, () -> {
            Backfill backfill = find(name);
            return new FeedSource.State(Json.treeWithoutNulls(state(backfill)), !backfill.running());
        });
    }

    private void pause(Context ctx) {
        change(ctx, backfill -> backend.database().table(Backfills.class).pause(backfill.name(), "by hand"));
    }

    private void resume(Context ctx) {
        change(ctx, backfill -> backend.database().table(Backfills.class).pause(backfill.name(), null));
    }

    private void cancel(Context ctx) {
        change(ctx, backfill -> backend.database().table(Backfills.class).cancel(backfill.name()));
    }

    private interface Change {
        int in(Backfill backfill);
    }

    private void change(Context ctx, Change change) {
        Parameters.of(ctx);
        Backfill backfill = find(Lookup.id(ctx, "name"));
        backend.engine().elsewhere().requireHere(backfill);
        if (change.in(backfill) == 0) {
            throw Problem.of(ProblemKind.CONFLICT, "the backfill " + backfill.name() + " has ended");
        }
        backend.engine().backfills().tell(backfill.name());
        Responses.json(ctx, state(find(backfill.name())));
    }

    private Backfill find(String name) {
        return backend.database()
                .table(Backfills.class)
                .find(name)
                .orElseThrow(() -> Problem.missing("backfill", name));
    }

    private BackfillState state(Backfill backfill) {
        return BackfillState.of(
                backfill, backend.database().table(BackfillItems.class).counts(backfill.name()));
    }
}
