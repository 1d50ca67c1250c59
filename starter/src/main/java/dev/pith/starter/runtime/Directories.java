package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that appear whole or not at all: made under another name, then renamed. */
final class Directories {

    private static final String UNFINISHED = ".unfinished";

    private Directories() {}

    /** Fills the directory it is given. */
    @FunctionalInterface
    interface Filling {
        void fill(Path directory) throws IOException;
    }

    /**
     * Makes a directory; where another process has made it meanwhile, that one stays. Each attempt has a name of its own: a
     * program that a killed command left may still write into the last one.
     */
    static void make(Path directory, Filling filling) throws IOException {
        Path parent = directory.resolveSibling(".").normalize();
        Path unfinished = Files.createTempDirectory(parent, directory.getFileName() + UNFINISHED);
        filling.fill(unfinished);
        try {
            Files.deleteIfExists(directory);
            Files.move(unfinished, directory);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            remove(unfinished);
        }
    }

    /** Removes what killed commands left half-made; what resists is left for the next time. */
    static void removeUnfinished(Path parent) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent, "*" + UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                remove(leftover);
            }
        }
    }

    static boolean isEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return true;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            deepestFirst.forEach(file -> file.toFile().delete());
        }
    }
}
