package dev.pith.starter.web.route;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.StartPatience;
import dev.pith.starter.requesting.FlushRequests;
import dev.pith.starter.requesting.ModelChoice;
import dev.pith.starter.web.http.Body;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.live.FeedSource;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.FlushView;
import dev.pith.starter.web.view.Json;
import dev.pith.workflows.model.ModelUse;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Memory flushes of a conversation: the newest, and a request for what was not flushed yet. */
public record FlushRoutes(Backend backend) {

    private static final int SHOWN = 100;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int ACCEPTED = 202;

    /**
     * The body of a request to flush.
     *
     * @param model the model profile; null for that of the settings
     */
    record FlushBody(@Nullable String model) {
        /** Returns how the model is used, null without one; asks its server for its limits. */
        @Nullable
        ModelUse use(Settings settings) {
            ModelChoice choice = ModelChoice.asked(model, null, false, null, null);
            try {
                return choice.limits(settings, "nothing is")
                        .map(served -> choice.use(served, settings))
                        .orElse(null);
            } catch (IllegalArgumentException e) {
                throw Problem.because(ProblemKind.INVALID, String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/conversations/{id}/flushes", this::list),
                Route.post("/v1/conversations/{id}/flushes", this::request));
    }

    private void list(Context ctx) {
        Parameters.of(ctx);
        Responses.json(ctx, present(new Lookup(backend).conversation(ctx).id()));
    }

    private void request(Context ctx) {
        Duration wait = Parameters.of(ctx, "wait").seconds("wait", LONGEST_WAIT);
        Conversation conversation = new Lookup(backend).conversation(ctx);
        FlushBody body = Body.of(ctx, FlushBody.class);
        Settings settings = backend.settings().get();
        ModelUse use = body.use(settings);
        new RequiredWorker(backend).require(use, settings);
        new FlushRequests(backend.engine(), settings).request(conversation.id(), use, StartPatience.telling(() -> {}));
        ctx.status(ACCEPTED);
        if (wait.isZero()) {
            Responses.json(ctx, present(conversation.id()));
            return;
        }
        String key = "flushes " + conversation.id();
        // An earlier request may have seen the end of what it asked for.
        backend.feeds().forget(key);
        ctx.future(() -> backend.feeds()
                .await(key, () -> state(conversation.id()), wait)
                .thenRun(() -> Responses.json(ctx, present(conversation.id()))));
    }

    /** Returns the number of flushes that are due: those that failed and are tried again later are not waited for. */
    private FeedSource.State state(String conversation) {
        Instant now = Instant.now();
        long due = open(conversation).stream()
                .filter(flush -> flush.isDue(now, FlushRequests.TURN))
                .count();
        return new FeedSource.State(Json.treeWithoutNulls(Map.of("due", due)), due == 0);
    }

    private Map<String, Object> present(String conversation) {
        Flushes flushes = backend.database().table(Flushes.class);
        return Map.of(
                "items",
                flushes.newest(conversation, SHOWN).stream().map(FlushView::of).toList(),
                "pending",
                open(conversation).size());
    }

    private List<Flush> open(String conversation) {
        return backend.database().table(Flushes.class).open(conversation);
    }
}
