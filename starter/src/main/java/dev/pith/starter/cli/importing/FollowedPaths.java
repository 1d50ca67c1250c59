package dev.pith.starter.cli.importing;

import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.reading.PackedNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Files and folders whose changes are imported.
 *
 * @param roots files, and folders with everything below them
 * @param holds whether a file below a folder may be a session, by its name
 */
record FollowedPaths(List<Path> roots, Predicate<Path> holds) {

    FollowedPaths {
        roots = List.copyOf(roots);
    }

    /** Returns the files and folders that a command names. */
    static FollowedPaths named(List<String> paths) {
        List<Path> roots = paths.stream().map(Path::of).toList();
        return new FollowedPaths(roots, file -> roots.stream().anyMatch(file::startsWith));
    }

    /** Returns whether a changed file may be a session. Packed files do not grow: listing finds new ones. */
    boolean mayHold(Path file) {
        return holds.test(file)
                && PackedNames.unpacked(file).equals(file)
                && (roots.contains(file) || SourceReader.lists(file));
    }

    /** Lists the files that may be sessions, without packed copies. A folder that is gone has none. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try {
                files.addAll(Files.isDirectory(root) ? SourceReader.files(root) : List.of(root));
            } catch (IOException e) {
                throw new UncheckedIOException(root + " cannot be listed", e);
            }
        }
        files.removeIf(holds.negate());
        files.removeAll(PackedNames.copies(files).keySet());
        return files;
    }
}
