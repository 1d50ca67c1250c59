package dev.pith.activities.memory.files;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.memory.MemoryFolders;
import dev.pith.activities.store.Database;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * The marker file of a memory folder: it holds the folder's id, whatever its path, and the id of its store. A folder of
 * another store is refused, since memories missing from it would count as removed by hand. While open, it locks the
 * folder against other processes; threads of one JVM need a lock of their own.
 */
final class FolderMarker implements AutoCloseable {

    static final String NAME = ".pith-memory";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 1_000;

    private final FileChannel channel;
    private final String folder;

    private FolderMarker(FileChannel channel, String folder) {
        this.channel = channel;
        this.folder = folder;
    }

    /**
     * Creates the folder if it was never seen, waits up to 20 seconds for the lock, and reads or creates the marker.
     *
     * @throws DamagedFileException if the folder is gone, belongs to another store, stays locked, or has a damaged
     *     marker
     */
    static FolderMarker open(Database database, Path directory) throws IOException, DamagedFileException {
        create(database, directory);
        FileChannel channel = FileChannel.open(
                directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean open = false;
        try {
            lock(channel, directory);
            String folder = folder(database, directory, channel);
            database.table(MemoryFolders.class).seen(folder, directory.toString());
            open = true;
            return new FolderMarker(channel, folder);
        } finally {
            // A channel left open would keep the lock and fail every later attempt of this process.
            if (!open) {
                channel.close();
            }
        }
    }

    /** Returns the folder's id. */
    String folder() {
        return folder;
    }

    /** Refuses to create a folder that existed before: it may be on a disk that is not mounted now. */
    private static void create(Database database, Path directory) throws IOException, DamagedFileException {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (Files.exists(directory)) {
            throw new DamagedFileException(
                    directory, "is not a folder: move it out of the way, or choose another memory_dir");
        }
        if (database.table(MemoryFolders.class).at(directory.toString()).isPresent()) {
            throw new DamagedFileException(
                    directory, "is gone: mount it, or create it empty to have its files written again");
        }
        Files.createDirectories(directory);
    }

    private static void lock(FileChannel channel, Path directory) throws IOException, DamagedFileException {
        Instant end = Instant.now().plus(PATIENCE);
        FileLock lock = channel.tryLock();
        while (lock == null) {
            if (Instant.now().isAfter(end)) {
                throw new DamagedFileException(
                        directory,
                        "is being written by another process for more than " + PATIENCE.toSeconds()
                                + " s: try again later, or end that process if it hangs");
            }
            pause();
            lock = channel.tryLock();
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(10); // File locks give no notice when they are released.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    private static String folder(Database database, Path directory, FileChannel channel)
            throws IOException, DamagedFileException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        int read = channel.read(bytes);
        while (read > 0) {
            read = channel.read(bytes);
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        if (text.isBlank()) {
            text = "folder=" + OpaqueId.next() + "\nstore=" + database.storeId() + "\n";
            channel.write(StandardCharsets.UTF_8.encode(text), 0);
            channel.force(true);
        }
        String folder = value(text, "folder");
        String store = value(text, "store");
        if (folder.isEmpty() || store.isEmpty()) {
            throw new DamagedFileException(
                    directory.resolve(NAME), "is damaged: delete it, and the folder gets a new one");
        }
        if (!database.storeId().equals(store)) {
            throw new DamagedFileException(
                    directory,
                    "holds the memories of another store (" + NAME + " says so): choose another memory_dir, or delete "
                            + NAME + " if that store is gone");
        }
        return folder;
    }

    private static String value(String text, String key) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1).strip())
                .filter(value -> value.matches("[0-9a-zA-Z-]{1,64}"))
                .findFirst()
                .orElse("");
    }

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
