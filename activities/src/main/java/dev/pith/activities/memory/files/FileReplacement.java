package dev.pith.activities.memory.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Replaces a file atomically: writes a new file beside it, then renames it. */
final class FileReplacement {

    private static final String NEW = ".pith-new";

    private final Path target;
    private final Path beside;
    private final byte[] bytes;

    /** A condition checked immediately before the rename. */
    interface Condition {
        boolean holds() throws IOException;
    }

    private FileReplacement(Path target, Path beside, byte[] bytes) {
        this.target = target;
        this.beside = beside;
        this.bytes = bytes;
    }

    static FileReplacement of(Path target, byte[] bytes) {
        Path name = Objects.requireNonNull(target.getFileName());
        return new FileReplacement(target, target.resolveSibling("." + name + NEW), bytes);
    }

    /** Deletes temporary files left by killed processes; the caller must hold the folder's lock. */
    static void clean(Path directory) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, ".*" + NEW)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Replaces the file unless the condition fails; returns whether it did. Never leaves the temporary file behind. */
    boolean ifStill(Condition condition) throws IOException {
        try {
            write();
            if (!condition.holds()) {
                Files.deleteIfExists(beside);
                return false;
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(e);
            throw e;
        }
        rememberName();
        return true;
    }

    private void write() throws IOException {
        Files.deleteIfExists(beside);
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (Files.exists(target)) {
                copyPermissions();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void copyPermissions() throws IOException {
        try {
            Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
        } catch (UnsupportedOperationException e) {
            // The file system has no POSIX permissions.
        }
    }

    private void discard(IOException cause) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Forces the rename to disk where the file system supports it; otherwise a power failure may restore the old file.
     */
    private void rememberName() {
        Path directory = Objects.requireNonNull(target.toAbsolutePath().getParent());
        try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // The file is replaced, only not yet forced to disk.
        }
    }
}
