package dev.pith.starter.importing.antigravity;

import dev.pith.starter.importing.reading.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a conversation: {@code brain/<id>/.system_generated/logs/transcript_full.jsonl}, and a shortened one. */
public final class Transcripts {

    static final String WHOLE = "transcript_full.jsonl";

    private static final String SHORTENED = "transcript.jsonl";
    private static final Path LOGS = Path.of(".system_generated", "logs");

    private Transcripts() {}

    /** Returns whether a file is the shortened copy of a transcript that is beside it. */
    public static boolean isShortened(Path file) {
        return file.endsWith(LOGS.resolve(SHORTENED)) && Files.isRegularFile(file.resolveSibling(WHOLE));
    }

    /** Returns the conversation's id, by the place of its transcript; null if the file is elsewhere. */
    static @Nullable String conversation(SourceFile source) {
        String path = source.canonicalPath();
        Path logs = path == null ? null : Path.of(path).getParent();
        Path brain = logs != null && logs.endsWith(LOGS) ? logs.resolve("../..").normalize() : null;
        return brain == null || brain.getFileName() == null ? null : String.valueOf(brain.getFileName());
    }
}
