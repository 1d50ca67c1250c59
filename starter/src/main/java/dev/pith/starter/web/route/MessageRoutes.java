package dev.pith.starter.web.route;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Messages;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.view.MessageView;
import dev.pith.starter.web.view.Page;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/** The original messages of a conversation. */
public record MessageRoutes(Backend backend) {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    /** The most characters of a page's parts; a page ends after the message that reaches it. */
    private static final long CHARACTERS = 4_000_000;

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
        List<MessageView> shown = new ArrayList<>();
        long characters = 0;
        String next = null;
        for (StoredMessage message :
                backend.database().table(Messages.class).page(conversation.id(), from, to, Ranges.NONE, limit + 1)) {
            if (shown.size() == limit || (characters > CHARACTERS && !shown.isEmpty())) {
                next = String.valueOf(message.seq());
                break;
            }
            shown.add(MessageView.of(message, current));
            characters += message.parts().stream()
                    .mapToLong(part -> part.text().length())
                    .sum();
        }
        Responses.json(ctx, new Page<>(shown, next));
    }
}
