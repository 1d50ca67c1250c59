package dev.pith.starter.web.route;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.erasure.Erased;
import dev.pith.activities.erasure.Erasing;
import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.activities.store.Compactions;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import io.javalin.http.Context;
import java.util.List;

/** Deletes conversations for good, with all that was made of them. */
public record DeletionRoutes(Backend backend) {

    private static final String REASON = "its conversation is deleted";

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.delete("/v1/conversations/{id}", this::delete));
    }

    private void delete(Context ctx) {
        Parameters.of(ctx);
        Conversation conversation = new Lookup(backend).conversation(ctx);
        Engine engine = backend.engine();
        Erasing erasing = new Erasing(backend.database());
        List<String> family = erasing.family(conversation.id());
        for (String id : family) {
            backend.database().table(Compactions.class).present(id).forEach(engine.elsewhere()::requireHere);
        }
        for (String id : family) {
            engine.compactions().terminate(id, REASON);
            engine.flushes().terminate(id, REASON);
        }
        erasing.forget(family);
        engine.memoryFolder().ifPresent(MemoryFolder::catchUp);
        Erased erased = erasing.erase(family);
        backend.index().update(added -> {});
        Responses.json(ctx, erased);
    }
}
