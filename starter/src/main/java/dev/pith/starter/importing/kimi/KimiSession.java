package dev.pith.starter.importing.kimi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.SourceFile;
import java.nio.file.Path;

/** The session of a log, by its place: {@code <session>/agents/<agent>/wire.jsonl}, with {@code state.json} above. */
final class KimiSession {

    private KimiSession() {}

    static Draft of(SourceFile source) {
        String path = source.canonicalPath();
        Path agent = path == null ? null : Path.of(path).getParent();
        Path agents = agent == null ? null : agent.getParent();
        Path session = agents != null && agents.endsWith("agents") ? agents.getParent() : null;
        if (agent == null || session == null) {
            return Draft.unnamed(KimiReader.NAME, "");
        }
        JsonNode state = JsonFields.beside(session.resolve("state.json"));
        String id = String.valueOf(session.getFileName());
        String project = JsonFields.firstText(state, "workDir", "cwd");
        String name = String.valueOf(agent.getFileName());
        return name.equals("main")
                ? Draft.session(KimiReader.NAME, id, JsonFields.text(state, "title"), project)
                : Draft.session(KimiReader.NAME, id, null, project).subagent(name, id);
    }
}
