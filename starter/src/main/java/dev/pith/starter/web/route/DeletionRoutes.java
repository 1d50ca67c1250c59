package dev.pith.starter.web.route;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.erasure.Erased;
import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.starter.engine.Deletion;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import io.javalin.http.Context;
import java.util.List;

/** Deletes conversations for good, with all that was made of them. */
public record DeletionRoutes(Backend backend) {

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.delete("/v1/conversations/{id}", this::delete));
    }

    private void delete(Context ctx) {
        Parameters.of(ctx);
        Conversation conversation = new Lookup(backend).conversation(ctx);
        Engine engine = backend.engine();
        Erased erased = new Deletion(engine)
                .of(List.of(conversation.id()), () -> engine.memoryFolder().ifPresent(MemoryFolder::catchUp));
        backend.index().within(SearchRoutes.PATIENCE);
        Responses.json(ctx, erased);
    }
}
