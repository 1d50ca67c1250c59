package dev.pith.starter.importing.discovery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A folder in which a program keeps its sessions.
 *
 * @param files how many sessions lie in it, by their names
 * @param bytes their size, with the files that belong to them
 * @param newest when one of these was last written
 */
public record SessionFolder(SessionProgram program, Path path, long files, long bytes, Instant newest) {

    public SessionFolder {
        if (files < 1) {
            throw new IllegalArgumentException("files is " + files + ", must be at least 1");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes is " + bytes + ", must not be negative");
        }
    }

    /** Whether a conversation below it is one of the sessions. A link to a session may have any name. */
    public boolean holds(Path file) {
        return file.startsWith(path) && (program.isSession(path.relativize(file)) || Files.isSymbolicLink(file));
    }
}
