package dev.pith.starter.web.route;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.listing.ConversationPages;
import dev.pith.activities.listing.ListedConversation;
import dev.pith.activities.listing.PageMark;
import dev.pith.activities.undo.RedoService;
import dev.pith.activities.undo.UndoService;
import dev.pith.starter.overview.Titles;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.ConversationItem;
import dev.pith.starter.web.view.Page;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** The stored conversations: pages, one, its versions, undo and redo. */
public record ConversationRoutes(Backend backend) {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int PLACES = 200;

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/conversations", this::page),
                Route.get("/v1/places", this::places),
                Route.get("/v1/conversations/{id}", this::one),
                Route.post("/v1/conversations/{id}/undo", this::undo),
                Route.post("/v1/conversations/{id}/redo", this::redo));
    }

    private void page(Context ctx) {
        Parameters given = Parameters.of(ctx, "filter", "project", "source", "subagents", "limit", "cursor");
        int limit = (int) given.number("limit", PAGE, 1, LARGEST_PAGE);
        List<ListedConversation> found = backend.database()
                .table(ConversationPages.class)
                .after(
                        mark(given),
                        given.textOrNull("filter"),
                        given.textOrNull("project"),
                        given.textOrNull("source"),
                        given.flag("subagents"),
                        limit + 1);
        Responses.json(ctx, Page.of(found, limit, last -> last.mark().text()).shown(this::items));
    }

    private List<ConversationItem> items(List<ListedConversation> listed) {
        Titles titles =
                Titles.of(listed.stream().map(ListedConversation::conversation).toList(), backend.database());
        int window = backend.window();
        return listed.stream()
                .map(one -> ConversationItem.of(one, titles.title(one.conversation()), window))
                .toList();
    }

    /** Reads the cursor of a page. */
    static PageMark mark(Parameters given) {
        try {
            return given.text("cursor").map(PageMark::of).orElse(PageMark.START);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemKind.INVALID, String.valueOf(e.getMessage()));
        }
    }

    private void places(Context ctx) {
        Parameters.of(ctx);
        ConversationPages pages = backend.database().table(ConversationPages.class);
        Responses.json(ctx, Map.of("projects", pages.projects(PLACES), "sources", pages.sources()));
    }

    private void one(Context ctx) {
        Parameters.of(ctx);
        Responses.json(ctx, new ConversationReading(backend).detail(new Lookup(backend).conversation(ctx)));
    }

    private void undo(Context ctx) {
        Parameters given = Parameters.of(ctx, "compaction");
        Conversation conversation = new Lookup(backend).conversation(ctx);
        UndoService.Undone undone =
                new UndoService(backend.database()).undo(conversation.id(), given.textOrNull("compaction"));
        Responses.json(ctx, Map.of("version", undone.version(), "undone", undone.compactions()));
    }

    private void redo(Context ctx) {
        Parameters.of(ctx);
        Conversation conversation = new Lookup(backend).conversation(ctx);
        Responses.json(ctx, Map.of("version", new RedoService(backend.database()).redo(conversation.id())));
    }
}
