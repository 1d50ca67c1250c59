package dev.pith.starter.importing;

import java.io.IOException;

/** Reads a session log of Claude Code: JSON lines, in file order, one message for one line. */
final class ClaudeCodeReader implements FormatReader {

    @Override
    public void read(ImportRun run) throws IOException {
        ClaudeQueue queue = ClaudeQueue.scan(run.source());
        ClaudeSession session = new ClaudeSession(run, queue);
        new JsonRecords(run).read(session::record);
        session.end();
    }
}
