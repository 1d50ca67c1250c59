package dev.pith.starter.importing.pi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import dev.pith.starter.importing.reading.SessionName;
import dev.pith.starter.importing.reading.SourceFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a session of pi, or of OpenClaw, which embeds pi and writes the same log: a header, then a tree of entries. Only
 * the folder tells the two apart.
 */
public final class PiReader implements FormatReader {

    private static final String SOURCE = "pi";
    private static final String EMBEDDER = "openclaw";

    @Override
    public void read(ImportRun run) throws IOException {
        boolean embedded = name(run.source()).equals(EMBEDDER);
        PiSession session = new PiSession(run, header -> embedded ? agent(header) : draft(run.source(), header));
        new JsonRecords(run).read((record, line) -> session.record(record));
        session.end();
    }

    /** Returns the program that wrote a file: OpenClaw if it is in {@code agents/<agent>/sessions}. */
    public static String name(SourceFile source) {
        String path = source.canonicalPath();
        Path sessions = path == null ? null : Path.of(path).getParent();
        return sessions != null
                        && sessions.endsWith("sessions")
                        && sessions.getNameCount() > 2
                        && sessions.getName(sessions.getNameCount() - 3).endsWith("agents")
                ? EMBEDDER
                : SOURCE;
    }

    /** Returns OpenClaw's conversation, which its database has under the same id. */
    private static Draft agent(JsonNode header) {
        String id = JsonFields.text(header, "id");
        return id == null
                ? Draft.unnamed(EMBEDDER, "")
                : Draft.session(EMBEDDER, id, null, JsonFields.text(header, "cwd"));
    }

    /** Returns the conversation; a fork's header names the file of its original. */
    private static Draft draft(SourceFile source, JsonNode header) {
        if (header.isMissingNode()) {
            return Draft.unnamed(SOURCE, "");
        }
        String named = SessionName.of(source);
        String said = JsonFields.text(header, "id");
        String parent = JsonFields.text(header, "parentSession");
        String origin = parent == null ? null : SessionName.in(parent);
        return Draft.session(SOURCE, named == null ? said : named, null, JsonFields.text(header, "cwd"))
                .forkedFrom(origin == null ? said : origin);
    }
}
