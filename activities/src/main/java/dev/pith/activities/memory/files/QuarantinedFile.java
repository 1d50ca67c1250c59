package dev.pith.activities.memory.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;

/** Moves a damaged file aside, so that nothing in it is lost. */
final class QuarantinedFile {

    private QuarantinedFile() {}

    /** Renames a file to {@code NAME.damaged-N} with the first free number; returns the new path. */
    static Path put(Path file) throws IOException {
        String name = Objects.requireNonNull(file.getFileName()) + ".damaged-";
        int number = 1;
        while (Files.exists(file.resolveSibling(name + number), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        return Files.move(file, file.resolveSibling(name + number));
    }
}
