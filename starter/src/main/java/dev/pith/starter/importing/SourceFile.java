package dev.pith.starter.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be read more than once.
 *
 * @param name what people call it
 * @param canonicalPath where it really lies; null for a stream, which was spooled to {@code file}
 */
record SourceFile(Path file, String name, @Nullable String canonicalPath) {

    static SourceFile of(Path file) throws IOException {
        return new SourceFile(file, file.toString(), file.toRealPath().toString());
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
