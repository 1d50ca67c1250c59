package dev.pith.starter.importing.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * The size of a file, in bytes, and when it last changed; of a database with its write-ahead log. A file that has the
 * same stamp as before has not changed.
 */
public record FileStamp(long bytes, Instant modified) {

    private static final String LOG = "-wal";

    /**
     * Reads the stamp of a file.
     *
     * @throws IOException if it does not exist or may not be read
     */
    public static FileStamp of(Path file) throws IOException {
        FileStamp own = one(file);
        Path log = file.resolveSibling(file.getFileName() + LOG);
        return Files.exists(log) ? own.and(one(log)) : own;
    }

    /** Returns the file that a write-ahead log belongs to, or the file itself. */
    public static Path logged(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(LOG) && name.length() > LOG.length()
                ? file.resolveSibling(name.substring(0, name.length() - LOG.length()))
                : file;
    }

    private static FileStamp one(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    private FileStamp and(FileStamp log) {
        return new FileStamp(bytes + log.bytes, log.modified.isAfter(modified) ? log.modified : modified);
    }
}
