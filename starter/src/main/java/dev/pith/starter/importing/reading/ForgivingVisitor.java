package dev.pith.starter.importing.reading;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks folders and goes on where something cannot be read, which is left out and told in one line. */
public abstract class ForgivingVisitor extends SimpleFileVisitor<Path> {

    /** Notes what cannot be read. */
    protected abstract void leftOut(Path path, IOException e);

    @Override
    public final FileVisitResult visitFileFailed(Path path, IOException e) {
        leftOut(path, e);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public final FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        if (e != null) {
            leftOut(folder, e);
        }
        return FileVisitResult.CONTINUE;
    }

    /**
     * Returns the line; empty if nothing is missing: at a loop of links, whose files are found elsewhere, and for what a
     * program at work has removed meanwhile.
     */
    protected static Optional<String> line(Path path, IOException e) {
        return e instanceof NoSuchFileException || e instanceof FileSystemLoopException
                ? Optional.empty()
                : Optional.of(path + " cannot be read and is left out: " + reason(e));
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
