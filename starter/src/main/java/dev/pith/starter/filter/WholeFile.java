package dev.pith.starter.filter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** Writes a text so that readers see the old file or the whole new one. */
public final class WholeFile {

    private static final AtomicLong WRITTEN = new AtomicLong();

    private WholeFile() {}

    /** Makes missing folders; what a link leads to is replaced, not the link. A device or a pipe is written to. */
    public static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.writeString(file, text);
            return;
        }
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = real.getParent();
        if (folder == null) {
            throw new IOException(file + " names no file");
        }
        Files.createDirectories(folder);
        Path fresh =
                folder.resolve(".pith-" + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet() + ".tmp");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
