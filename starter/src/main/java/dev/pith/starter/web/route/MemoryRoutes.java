package dev.pith.starter.web.route;

import dev.pith.activities.memory.Memories;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemorySearch;
import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.view.Json;
import dev.pith.starter.web.view.MemoryView;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Memories: those in force, and forgetting one. */
public record MemoryRoutes(Backend backend) {

    private static final int SHOWN = 100;
    private static final int MOST = 1_000;

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.get("/v1/memories", this::list), Route.delete("/v1/memories/{id}", this::forget));
    }

    private void list(Context ctx) {
        Parameters given = Parameters.of(ctx, "query", "kind", "project", "limit");
        MemoryKind kind = given.choice("kind", MemoryKind.class);
        String[] patterns = given.text("query").stream()
                .flatMap(words ->
                        Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+")))
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toArray(String[]::new);
        List<Memory> found = backend.database()
                .table(MemorySearch.class)
                .find(
                        kind == null ? null : Json.lower(kind),
                        given.textOrNull("project"),
                        null,
                        new String[] {"active", "edited"},
                        patterns,
                        (int) given.number("limit", SHOWN, 1, MOST));
        Responses.json(ctx, Map.of("items", found.stream().map(MemoryView::of).toList()));
    }

    private void forget(Context ctx) {
        Parameters.of(ctx);
        String id = Lookup.id(ctx, "id");
        MemorySearch memories = backend.database().table(MemorySearch.class);
        Memory memory = memories.startingWith(id.replaceAll("[^0-9A-Za-z]", "-"), 1).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.missing("memory", id));
        backend.engine().memoryFolder().ifPresent(MemoryFolder::keep);
        backend.database().table(Memories.class).forget(memory.id());
        backend.engine().memoryFolder().ifPresent(MemoryFolder::catchUp);
        ctx.status(204);
    }
}
