package dev.pith.starter.importing.claude;

import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonRecords;
import java.io.IOException;
import java.util.Set;

/** Reads a session log of Claude Code: JSON lines in file order, one message per line. */
public final class ClaudeCodeReader implements FormatReader {

    /** A second copy of the result: the message holds it as the model received it. */
    private static final Set<String> UNREAD = Set.of("toolUseResult");

    @Override
    public void read(ImportRun run) throws IOException {
        ClaudeQueue queue = ClaudeQueue.scan(run.source());
        ClaudeSession session = new ClaudeSession(run, queue);
        new JsonRecords(run, UNREAD).read(session::record);
        session.end();
    }
}
