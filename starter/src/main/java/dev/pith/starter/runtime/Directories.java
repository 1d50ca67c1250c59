package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Creates directories atomically: under a temporary name, then renamed. */
public final class Directories {

    private static final String UNFINISHED = ".unfinished";

    private Directories() {}

    /** Fills a new directory. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path directory) throws IOException;
    }

    /**
     * Creates a directory. If another process has created it meanwhile, that one is kept. Each attempt uses a new
     * temporary name, since a program left by a killed command may still write into the previous one.
     */
    public static void make(Path directory, Filling filling) throws IOException {
        Path parent = directory.resolveSibling(".").normalize();
        Path unfinished = Files.createTempDirectory(parent, directory.getFileName() + UNFINISHED);
        try {
            filling.fill(unfinished);
            move(unfinished, directory);
        } catch (IOException | RuntimeException e) {
            remove(unfinished);
            throw e;
        }
    }

    private static void move(Path unfinished, Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
            Files.move(unfinished, directory);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            // Another process was faster.
            remove(unfinished);
        }
    }

    /** Removes unfinished directories of killed commands. What cannot be removed is left for the next time. */
    public static void removeUnfinished(Path parent) throws IOException {
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

    /** Removes a directory recursively and tolerates concurrent writers. Links are removed, not followed. */
    public static void remove(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return removed(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return removed(file);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException vanished) {
                return removed(emptied);
            }
        });
    }

    private static FileVisitResult removed(Path file) {
        // The result is false if the file is already gone, or a directory is no longer empty.
        file.toFile().delete();
        return FileVisitResult.CONTINUE;
    }
}
