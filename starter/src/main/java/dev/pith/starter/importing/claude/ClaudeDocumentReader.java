package dev.pith.starter.importing.claude;

import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import java.io.IOException;

/** Reads {@code {loglines: […]}}: the lines of a Claude Code session in one JSON document. */
public final class ClaudeDocumentReader implements FormatReader {

    public static final String KEY = "loglines";

    @Override
    public void read(ImportRun run) throws IOException {
        ClaudeSession session = new ClaudeSession(run, ClaudeQueue.empty());
        DocumentStream.eachIn(run, KEY, record -> session.record(record, 0));
        session.end();
    }
}
