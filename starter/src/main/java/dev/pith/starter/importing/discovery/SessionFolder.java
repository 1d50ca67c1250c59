package dev.pith.starter.importing.discovery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A folder in which a program stores its sessions.
 *
 * @param files the number of sessions in it, by file name
 * @param bytes their size, including the files that belong to them
 * @param newest the latest modification time of these files
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

    /** Returns whether a file below this folder is one of its sessions. A link to a session may have any name. */
    public boolean holds(Path file) {
        return file.startsWith(path) && (program.isSession(path.relativize(file)) || Files.isSymbolicLink(file));
    }
}
