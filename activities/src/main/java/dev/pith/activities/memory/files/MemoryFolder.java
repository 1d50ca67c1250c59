package dev.pith.activities.memory.files;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.MemoryBlocks;
import dev.pith.activities.store.MemoryFolders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A folder with memory files. Whoever keeps it up does so alone, in this process and among others. Files that cannot be read or
 * written are told of and left as they are; the rows wait. Thread-safe.
 */
public final class MemoryFolder {

    /** The locks of a JVM's own threads; the operating system's are one a process. */
    private static final ReentrantLock LOCAL = new ReentrantLock();

    private final Database database;
    private final Path directory;

    public MemoryFolder(Database database, Path directory) {
        this.database = database;
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** Where it is. */
    public Path directory() {
        return directory;
    }

    /** Days whose memories the files do not show as the rows have them. */
    public Kept catchUp() {
        return alone(folder -> each(folder, database.table(MemoryBlocks.class).behind(folder)));
    }

    /** The same, and takes over what somebody did by hand in any file. */
    public Kept keep() {
        return alone(folder -> each(folder, all(folder)));
    }

    /**
     * Writes files from rows: what somebody changed is taken over, what is missing is written again instead of being forgotten,
     * and a file that cannot be read is put aside.
     */
    public Kept rebuild() {
        return alone(folder -> {
            Kept kept = Kept.NOTHING;
            for (LocalDate day : all(folder)) {
                kept = kept.plus(rebuild(folder, day));
            }
            return kept.plus(index());
        });
    }

    private Kept each(String folder, Collection<LocalDate> days) {
        Kept kept = Kept.NOTHING;
        for (LocalDate day : days) {
            kept = kept.plus(attempt(() -> new DailyFile(database, folder, directory, day).keep()));
        }
        return kept.changed() || !Files.exists(directory.resolve("MEMORY.md")) ? kept.plus(index()) : kept;
    }

    private Kept rebuild(String folder, LocalDate day) {
        DailyFile file = new DailyFile(database, folder, directory, day);
        return attempt(() -> {
            Kept aside = Kept.NOTHING;
            try {
                file.missLost();
            } catch (DamagedFileException e) {
                aside = Kept.problem(e.getMessage() + ". It was put aside as " + putAside(day));
                file.missLost();
            }
            return aside.plus(file.keep());
        });
    }

    private Path putAside(LocalDate day) throws IOException {
        int number = 1;
        while (Files.exists(directory.resolve(day + ".md.damaged-" + number))) {
            number++;
        }
        return Files.move(directory.resolve(day + ".md"), directory.resolve(day + ".md.damaged-" + number))
                .getFileName();
    }

    private Kept index() {
        return attempt(() -> {
            new MemoryIndex(database, directory).keep();
            return Kept.NOTHING;
        });
    }

    private Set<LocalDate> all(String folder) {
        Set<LocalDate> days = new TreeSet<>(database.table(MemoryBlocks.class).behind(folder));
        days.addAll(database.table(MemoryBlocks.class).days(folder));
        return days;
    }

    private interface Work {
        Kept run() throws IOException, DamagedFileException;
    }

    private interface Keeping {
        Kept in(String folder);
    }

    private Kept alone(Keeping keeping) {
        LOCAL.lock();
        try {
            return attempt(() -> {
                String folder = FolderMarker.read(database, directory);
                Kept kept;
                try (FileChannel channel =
                                FileChannel.open(directory.resolve(FolderMarker.NAME), StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    if (!held.isValid()) {
                        throw new IOException("the lock of " + directory + " was lost");
                    }
                    kept = keeping.in(folder);
                }
                List<String> problems = kept.problems();
                database.table(MemoryFolders.class)
                        .wrote(folder, problems.isEmpty() ? null : String.join("; ", problems));
                return kept;
            });
        } finally {
            LOCAL.unlock();
        }
    }

    private Kept attempt(Work work) {
        try {
            return work.run();
        } catch (DamagedFileException e) {
            return Kept.problem(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Kept.problem("memory folder " + directory + " cannot be written: " + reason(e));
        }
    }

    private static String reason(IOException failure) {
        String why = failure instanceof FileSystemException at && at.getReason() != null
                ? at.getReason() + " (" + at.getFile() + ")"
                : String.valueOf(failure.getMessage());
        return failure instanceof AccessDeniedException ? "no permission to write " + failure.getMessage() : why;
    }
}
