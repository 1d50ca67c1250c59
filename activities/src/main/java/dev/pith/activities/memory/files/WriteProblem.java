package dev.pith.activities.memory.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** Describes why a folder cannot be written: the folder, the reason, the cure. */
final class WriteProblem {

    /** Prefix of the reason if another program keeps writing a file. */
    static final String BUSY = "somebody else writes";

    private WriteProblem() {}

    static String of(Path directory, IOException failure) {
        String reason = reason(failure);
        return "memory folder " + directory + " cannot be kept up: " + reason + ". " + cure(failure, reason)
                + "; its files are then caught up";
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no permission (" + denied.getFile() + ")";
        }
        if (failure instanceof FileSystemException at) {
            String why = at.getReason() == null ? at.getClass().getSimpleName() : at.getReason();
            return why + " (" + at.getFile() + ")";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static String cure(IOException failure, String reason) {
        if (reason.startsWith(BUSY)) {
            return "End that program, or have it write elsewhere";
        }
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.contains("no space") || words.contains("quota") || words.contains("too large")) {
            return "Make room there";
        }
        if (words.contains("read-only")) {
            return "Mount it for writing, or choose another memory_dir";
        }
        return failure instanceof AccessDeniedException || words.contains("not permitted")
                ? "Give whoever runs Pith the right to write there, or choose another memory_dir"
                : "Mend that, or choose another memory_dir";
    }
}
