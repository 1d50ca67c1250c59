package dev.pith.starter.importing.discovery;

import dev.pith.starter.importing.reading.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A folder, or a database, in which a program stores its sessions.
 *
 * @param files the number of sessions in it, by file name; 1 for a database, however many it holds
 * @param bytes their size, including the files that belong to them
 * @param newest the latest modification time of these files
 */
public record SessionFolder(SessionProgram program, Path path, long files, long bytes, Instant newest) {

    /** Returns a database with its write-ahead log. */
    static SessionFolder database(SessionProgram program, Path path) throws IOException {
        FileStamp stamp = FileStamp.of(path);
        return new SessionFolder(program, path, 1, stamp.bytes(), stamp.modified());
    }

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
        boolean inside = file.startsWith(path) && !file.equals(path);
        return inside ? program.isSession(path.relativize(file)) || Files.isSymbolicLink(file) : file.equals(path);
    }
}
