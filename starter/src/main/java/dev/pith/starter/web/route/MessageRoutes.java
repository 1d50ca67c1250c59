package dev.pith.starter.web.route;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Messages;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.view.MessageView;
import dev.pith.starter.web.view.Page;
import io.javalin.http.Context;
import java.util.List;

/** The original messages of a conversation. */
public record MessageRoutes(Backend backend) {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    /** The most bytes of a page's parts; a page ends after the message that exceeds it. */
    private static final long BYTES = 4_000_000;

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.get("/v1/conversations/{id}/messages", this::page));
    }

    private void page(Context ctx) {
        Parameters given = Parameters.of(ctx, "from", "to", "limit");
        Conversation conversation = new Lookup(backend).conversation(ctx);
        int limit = (int) given.number("limit", PAGE, 1, LARGEST_PAGE);
        long from = given.number("from", 1, 1, Long.MAX_VALUE);
        long to = given.number("to", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        ContextVersion current = backend.database().table(ContextVersions.class).current(conversation.id());
        List<StoredMessage> read =
                backend.database().table(Messages.class).pageWithin(conversation.id(), from, to, limit, BYTES);
        long last = read.isEmpty() ? to : read.get(read.size() - 1).seq();
        String next = last < Math.min(to, conversation.messages()) ? String.valueOf(last + 1) : null;
        List<MessageView> shown =
                read.stream().map(message -> MessageView.of(message, current)).toList();
        Responses.json(ctx, new Page<>(shown, next));
    }
}
