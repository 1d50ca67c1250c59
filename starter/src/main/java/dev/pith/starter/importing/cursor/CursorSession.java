package dev.pith.starter.importing.cursor;

import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.SessionName;
import dev.pith.starter.importing.reading.SourceFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The session of a transcript, named by its file; a subagent's transcript is in its caller's {@code subagents}. */
final class CursorSession {

    private CursorSession() {}

    static Draft of(SourceFile source) {
        String named = SessionName.of(source);
        Path caller = caller(source);
        if (caller == null) {
            return Draft.session(CursorReader.NAME, named, null, null);
        }
        String session = String.valueOf(caller.getFileName());
        String file = String.valueOf(Path.of(source.name()).getFileName());
        int ending = file.indexOf('.');
        String agent = named == null ? file.substring(0, ending < 0 ? file.length() : ending) : named;
        return Draft.session(CursorReader.NAME, session, null, null).subagent(agent, session);
    }

    private static @Nullable Path caller(SourceFile source) {
        String path = source.canonicalPath();
        Path folder = path == null ? null : Path.of(path).getParent();
        return folder != null && folder.endsWith("subagents") ? folder.getParent() : null;
    }
}
