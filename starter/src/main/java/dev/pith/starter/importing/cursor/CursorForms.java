package dev.pith.starter.importing.cursor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two forms of a session of Cursor's agent: a database {@code chats/<project>/<session>/store.db}, and mostly a
 * transcript {@code <session>.jsonl} in {@code projects/<project>/agent-transcripts} or a folder of its own there, below the same folder. The transcript is read if
 * both are there: its messages have no ids, so the database of a session that was imported from it would not match.
 */
public final class CursorForms {

    static final String DATABASE = "store.db";

    private static final String CHATS = "chats";

    private CursorForms() {}

    /** Returns whether a file is a session's database whose transcript is there, too. */
    public static boolean hasTranscript(Path file) {
        Path session = file.endsWith(DATABASE) ? file.toAbsolutePath().getParent() : null;
        Path project = session == null ? null : session.getParent();
        Path chats = project == null ? null : project.getParent();
        if (session == null || chats == null || !chats.endsWith(CHATS)) {
            return false;
        }
        String transcript = session.getFileName() + ".jsonl";
        try (DirectoryStream<Path> projects = Files.newDirectoryStream(chats.resolveSibling("projects"))) {
            for (Path each : projects) {
                Path transcripts = each.resolve("agent-transcripts");
                if (Files.exists(transcripts.resolve(transcript))
                        || Files.exists(
                                transcripts.resolve(session.getFileName()).resolve(transcript))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // There are no transcripts.
            return false;
        }
    }
}
