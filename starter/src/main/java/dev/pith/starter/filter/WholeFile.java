package dev.pith.starter.filter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.atomic.AtomicLong;

/** Writes files atomically: readers see the old file or the whole new one. */
public final class WholeFile {

    private static final int MOST_LINKS = 40;
    private static final AtomicLong WRITTEN = new AtomicLong();

    private WholeFile() {}

    /** Writes the content of a file, and does not close the writer. */
    public interface Content {
        void to(Writer out) throws IOException;
    }

    /**
     * Writes a text, and creates missing folders. Replaces the target of a link, not the link, and keeps its
     * permissions. Writes a device or a pipe directly.
     *
     * @throws IOException if the file cannot be written, or its links form a cycle
     */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text));
    }

    /** Writes a text piece by piece, as {@link #write(Path, String)} does. */
    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            fill(file, content);
            return;
        }
        Path real = behindLinks(file.toAbsolutePath());
        Path folder = real.getParent();
        if (folder == null) {
            throw new IOException(file + " names no file");
        }
        Files.createDirectories(folder);
        Path fresh =
                folder.resolve(".pith-" + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet() + ".tmp");
        try {
            Files.createFile(fresh);
            keepPermissions(real, fresh);
            fill(fresh, content);
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        // Not Files.newBufferedWriter, which fails on a character that UTF-8 does not have.
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            content.to(out);
        }
    }

    /** Returns the file at the end of a chain of links, which need not exist. */
    private static Path behindLinks(Path file) throws IOException {
        Path at = file;
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new IOException(file + " is a link that leads in circles");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.exists(from) && Files.getFileStore(to).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }
}
