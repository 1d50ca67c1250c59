package dev.pith.starter.importing.grok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.SessionName;
import dev.pith.starter.importing.reading.SourceFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The session of a log: {@code summary.json} beside it, or at least the folder's name, which is the session's id. */
record GrokSession(JsonNode summary, @Nullable Path folder) {

    static GrokSession of(SourceFile source) {
        String path = source.canonicalPath();
        Path folder = path == null ? null : Path.of(path).getParent();
        return new GrokSession(
                folder == null ? MissingNode.getInstance() : JsonFields.beside(folder.resolve("summary.json")), folder);
    }

    /** Returns the conversation. A subagent has a session of its own, which may name its caller's. */
    Draft draft() {
        JsonNode info = summary.path("info");
        String stated = JsonFields.text(info, "id", "");
        String id = stated.isBlank() && folder != null ? SessionName.in(folder.toString()) : stated;
        String title = JsonFields.firstText(summary, "generated_title", "session_summary");
        Draft session = Draft.session(
                GrokReader.NAME, id == null || id.isBlank() ? null : id, title, JsonFields.text(info, "cwd"));
        boolean called = JsonFields.text(summary, "session_kind", "").startsWith("subagent");
        return called && session.nativeId() != null
                ? session.subagent(session.nativeId(), JsonFields.text(summary, "parent_session_id"))
                : session;
    }
}
