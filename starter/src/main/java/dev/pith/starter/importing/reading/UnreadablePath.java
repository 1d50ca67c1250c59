package dev.pith.starter.importing.reading;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells in one line which file or folder a walk leaves out since it cannot be read. */
public final class UnreadablePath {

    private UnreadablePath() {}

    /**
     * Returns the line; empty if nothing is missing: at a loop of links, whose files are found elsewhere, and for what a
     * program at work has removed meanwhile.
     */
    public static Optional<String> line(Path path, IOException e) {
        return e instanceof NoSuchFileException || e instanceof FileSystemLoopException
                ? Optional.empty()
                : Optional.of(path + " cannot be read and is left out: " + reason(e));
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
