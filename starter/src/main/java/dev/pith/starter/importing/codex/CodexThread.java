package dev.pith.starter.importing.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.SessionName;
import dev.pith.starter.importing.reading.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the session of a Codex rollout and its origin: a fork, or a thread started by an agent. The id is in the
 * file's name; a fork repeats the headers of the sessions that it came from.
 */
final class CodexThread {

    private final SourceFile source;
    private @Nullable JsonNode first;
    private @Nullable String repeated;

    CodexThread(SourceFile source) {
        this.source = source;
    }

    /** Reads the next header. The first one is the session's own, unless the original of a fork wrote it. */
    void header(JsonNode meta) {
        if (first == null) {
            first = meta;
        } else if (repeated == null) {
            repeated = JsonFields.text(meta, "id");
        }
    }

    /** Returns the conversation according to the headers read so far. */
    Draft draft(String program) {
        String named = SessionName.of(source);
        JsonNode meta = first;
        if (meta == null) {
            return named == null
                    ? Draft.unnamed(program, "")
                    : Draft.session(program, named, null, null).forkedFrom(SessionName.originIn(source));
        }
        String id = named == null ? JsonFields.text(meta, "id") : named;
        Draft session = Draft.session(program, id, null, JsonFields.text(meta, "cwd"));
        String parent = parent(meta);
        return id != null && isSubagent(meta, parent)
                ? session.subagent(id, parent)
                : session.forkedFrom(origin(meta, id));
    }

    private static boolean isSubagent(JsonNode meta, @Nullable String parent) {
        return parent != null
                || meta.path("source").has("subagent")
                || JsonFields.text(meta, "thread_source", "").equals("subagent");
    }

    private static @Nullable String parent(JsonNode meta) {
        JsonNode agent = meta.path("source").path("subagent");
        String parent = JsonFields.text(meta, "parent_thread_id");
        parent = parent == null ? JsonFields.text(agent.path("thread_spawn"), "parent_thread_id") : parent;
        boolean called = !agent.isMissingNode()
                || JsonFields.text(meta, "thread_source", "").equals("subagent");
        return parent == null && called ? JsonFields.text(meta, "forked_from_id") : parent;
    }

    private @Nullable String origin(JsonNode meta, @Nullable String id) {
        String origin = JsonFields.text(meta, "forked_from_id");
        String written = JsonFields.text(meta, "id");
        if (origin != null) {
            return origin;
        }
        return written != null && !written.equalsIgnoreCase(id) ? written : repeated;
    }
}
