package dev.pith.starter.web.route;

import dev.pith.activities.compaction.PreviewApplier;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.listing.CompactionPages;
import dev.pith.activities.listing.PageMark;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.RunState;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.requesting.CompactionPlan;
import dev.pith.starter.web.http.Body;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.CompactionView;
import dev.pith.starter.web.view.Json;
import dev.pith.starter.web.view.Page;
import dev.pith.starter.web.view.PlanView;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Compactions: pages, one, start, wait, follow, cancel, apply. */
public record CompactionRoutes(Backend backend) {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int ACCEPTED = 202;

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/compactions", this::page),
                Route.get("/v1/compactions/{id}", this::one),
                Route.get("/v1/compactions/{id}/events", this::events),
                Route.post("/v1/conversations/{id}/compactions", this::start),
                Route.post("/v1/conversations/{id}/compactions/plan", this::plan),
                Route.post("/v1/compactions/{id}/cancel", this::cancel),
                Route.post("/v1/compactions/{id}/apply", this::apply));
    }

    private void page(Context ctx) {
        Parameters given = Parameters.of(ctx, "state", "conversation", "limit", "cursor");
        int limit = (int) given.number("limit", PAGE, 1, LARGEST_PAGE);
        List<Compaction> found = backend.database()
                .table(CompactionPages.class)
                .after(
                        ConversationRoutes.mark(given),
                        given.choice("state", RunState.class),
                        given.textOrNull("conversation"),
                        limit + 1);
        Responses.json(
                ctx,
                Page.of(found, limit, last -> PageMark.after(last).text())
                        .shown(new CompactionItems(backend.database())::titled));
    }

    private void one(Context ctx) {
        Duration wait = Parameters.of(ctx, "wait").seconds("wait", LONGEST_WAIT);
        String id = new Lookup(backend).compaction(ctx).id();
        answer(ctx, id, wait, () -> new CompactionReading(backend).of(id));
    }

    private void events(Context ctx) {
        Parameters.of(ctx);
        String id = new Lookup(backend).compaction(ctx).id();
        backend.feeds().stream(ctx, key(id), new CompactionReading(backend).following(id));
    }

    private void start(Context ctx) {
        Duration wait = Parameters.of(ctx, "wait").seconds("wait", LONGEST_WAIT);
        Conversation conversation = new Lookup(backend).conversation(ctx);
        StartBody body = Body.of(ctx, StartBody.class);
        Settings settings = backend.settings().get();
        CompactionSpec spec = body.spec(settings);
        new RequiredWorker(backend).require(spec.model(), settings);
        CompactionClient.Running running = backend.engine().compactions().start(conversation.id(), spec);
        String id = running.request().id();
        ctx.header("Location", "/v1/compactions/" + id);
        ctx.status(ACCEPTED);
        answer(ctx, id, wait, new Started(backend, running.request())::view);
    }

    /** Answers what a start would do. Asks the model's server for its limits, so it needs full access as a start does. */
    private void plan(Context ctx) {
        Parameters.of(ctx);
        Conversation conversation = new Lookup(backend).conversation(ctx);
        StartBody body = Body.of(ctx, StartBody.class);
        Settings settings = backend.settings().get();
        CompactionPlan plan = CompactionPlan.ofStored(
                backend.database(), conversation.id(), body.spec(settings), body.prices(settings));
        Responses.json(ctx, PlanView.of(conversation.id(), plan));
    }

    /** Answers with the compaction, after its end if that comes within the wait. */
    private void answer(Context ctx, String id, Duration wait, Supplier<CompactionView> view) {
        if (wait.isZero()) {
            Responses.json(ctx, view.get());
            return;
        }
        ctx.future(() -> backend.feeds()
                .await(key(id), new CompactionReading(backend).following(id), wait)
                .thenRun(() -> Responses.json(ctx, view.get())));
    }

    private void cancel(Context ctx) {
        Duration wait = Parameters.of(ctx, "wait").seconds("wait", LONGEST_WAIT);
        Compaction compaction = new Lookup(backend).compaction(ctx);
        backend.engine().elsewhere().requireHere(compaction);
        if (!compaction.running()) {
            throw Problem.of(
                    ProblemKind.CONFLICT,
                    "the compaction has ended" + (compaction.toVersion() == null ? "" : ": undo takes it back"),
                    Map.of("outcome", Json.lower(compaction.ending())));
        }
        Strategy strategy = compaction.strategy();
        if (backend.engine()
                .compactions()
                .cancel(compaction.conversation(), strategy)
                .isEmpty()) {
            backend.engine().compactions().settled(compaction.id());
        }
        ctx.status(ACCEPTED);
        answer(ctx, compaction.id(), wait, () -> new CompactionReading(backend).of(compaction.id()));
    }

    private void apply(Context ctx) {
        Parameters.of(ctx);
        Compaction compaction = new Lookup(backend).compaction(ctx);
        PreviewApplier.Applied applied = new PreviewApplier(backend.database()).apply(compaction.id());
        backend.feeds().forget(key(compaction.id()));
        if (!applied.before()) {
            backend.engine().flushes().wake(compaction.conversation());
        }
        Responses.json(ctx, new CompactionReading(backend).of(compaction.id()));
    }

    static String key(String id) {
        return "compaction " + id;
    }
}
