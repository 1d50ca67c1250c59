package dev.pith.starter.importing.qwen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.SessionName;
import dev.pith.starter.importing.reading.SourceFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The session of a chat: a fork and a moved chat keep the ids in their records, so the file's name decides. A
 * subagent's log is in {@code subagents/<session>}.
 */
final class QwenSession {

    private QwenSession() {}

    static Draft of(SourceFile source, JsonNode record) {
        String said = JsonFields.text(record, "sessionId");
        String agent = JsonFields.text(record, "agentId");
        String project = JsonFields.text(record, "cwd");
        if (agent != null) {
            String caller = caller(source);
            String session = caller == null ? said : caller;
            return Draft.session(QwenReader.NAME, session, null, project).subagent(agent, session);
        }
        String named = SessionName.of(source);
        String origin = JsonFields.text(record.path("forkedFrom"), "sessionId");
        return Draft.session(QwenReader.NAME, named == null ? said : named, null, project)
                .forkedFrom(origin);
    }

    private static @Nullable String caller(SourceFile source) {
        String path = source.canonicalPath();
        Path folder = path == null ? null : Path.of(path).getParent();
        Path above = folder == null ? null : folder.getParent();
        return folder != null && above != null && above.endsWith("subagents")
                ? String.valueOf(folder.getFileName())
                : null;
    }
}
