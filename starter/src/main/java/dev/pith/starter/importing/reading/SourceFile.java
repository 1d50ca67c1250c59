package dev.pith.starter.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A source that can be read more than once.
 *
 * @param name the name for users
 * @param canonicalPath the real path; null for a stream, which was spooled to {@code file}
 */
public record SourceFile(Path file, String name, @Nullable String canonicalPath) {

    public static SourceFile of(Path file) throws IOException {
        return new SourceFile(file, file.toString(), file.toRealPath().toString());
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
