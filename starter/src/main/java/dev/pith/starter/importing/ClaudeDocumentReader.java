package dev.pith.starter.importing;

import java.io.IOException;

/** Reads {@code {loglines: […]}}: the lines of a Claude Code session as one JSON document. */
final class ClaudeDocumentReader implements FormatReader {

    static final String KEY = "loglines";

    @Override
    public void read(ImportRun run) throws IOException {
        ClaudeSession session = new ClaudeSession(run, ClaudeQueue.empty());
        DocumentStream.read(
                run,
                document -> document.fields(name -> {
                    if (!name.equals(KEY) || !document.isArray()) {
                        document.skip();
                        return;
                    }
                    document.elements(() -> {
                        run.tally().record();
                        session.record(document.tree(), 0);
                    });
                }));
        session.end();
    }
}
