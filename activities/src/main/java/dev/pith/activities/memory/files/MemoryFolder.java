package dev.pith.activities.memory.files;

import dev.pith.activities.memory.MemoryBlocks;
import dev.pith.activities.memory.MemoryBlocks.Shown;
import dev.pith.activities.memory.MemoryFolders;
import dev.pith.activities.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * A folder with memory files. One process at a time synchronizes it. Files that cannot be read or written are reported
 * in the result and left unchanged. Methods block and throw only if the store fails. Thread-safe.
 */
public final class MemoryFolder {

    /** Serializes the threads of this JVM, since file locks are held by the process. */
    private static final ReentrantLock LOCAL = new ReentrantLock();

    private final Database database;
    private final Path directory;

    public MemoryFolder(Database database, Path directory) {
        this.database = database;
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** Returns the absolute path of the folder. */
    public Path directory() {
        return directory;
    }

    /**
     * Updates the files of those days whose memories changed in the rows; other files are not checked for manual edits.
     */
    public Kept catchUp() {
        return alone(folder -> {
            Kept kept = each(folder, behind(folder));
            return kept.changed() || !Files.exists(index().path()) ? kept.plus(keepIndex()) : kept;
        });
    }

    /**
     * Updates files as {@link #catchUp()} does, and applies manual edits of all files. An untouched file costs one
     * read.
     */
    public Kept keep() {
        return alone(folder -> {
            FileReplacement.clean(directory);
            Set<LocalDate> days = new TreeSet<>(behind(folder));
            Map<LocalDate, List<Shown>> shown = shown(folder);
            for (Map.Entry<LocalDate, List<Shown>> day : shown.entrySet()) {
                if (!days.contains(day.getKey()) && !file(folder, day.getKey()).isAsShown(day.getValue())) {
                    days.add(day.getKey());
                }
            }
            return each(folder, days).plus(keepIndex());
        });
    }

    /**
     * Writes all files from the rows: manual edits are applied, missing blocks are written again instead of being
     * forgotten, and unreadable files are moved aside.
     */
    public Kept rebuild() {
        return alone(folder -> {
            Set<LocalDate> days = new TreeSet<>(behind(folder));
            days.addAll(shown(folder).keySet());
            Kept kept = Kept.NOTHING;
            for (LocalDate day : days) {
                kept = kept.plus(rebuild(file(folder, day), day));
            }
            return kept.plus(attempt(() -> orAside(index().path(), this::keepIndexOrFail)));
        });
    }

    private Kept each(String folder, Collection<LocalDate> days) {
        Kept kept = Kept.NOTHING;
        for (LocalDate day : days) {
            kept = kept.plus(attempt(file(folder, day)::keep));
        }
        return kept;
    }

    private Kept rebuild(DailyFile file, LocalDate day) {
        Work missed = () -> {
            file.missLost();
            return Kept.NOTHING;
        };
        return attempt(() -> orAside(directory.resolve(day + ".md"), missed).plus(file.keep()));
    }

    /** Runs the work; if the file is damaged, moves it aside and runs the work once more. */
    private static Kept orAside(Path file, Work work) throws IOException, DamagedFileException {
        try {
            return work.run();
        } catch (DamagedFileException e) {
            Path aside = QuarantinedFile.put(file);
            return Kept.problem(e.getMessage() + ". It was put aside as " + aside.getFileName())
                    .plus(work.run());
        }
    }

    private DailyFile file(String folder, LocalDate day) {
        return new DailyFile(database, folder, directory, day);
    }

    private MemoryIndex index() {
        return new MemoryIndex(database, directory);
    }

    private Kept keepIndex() {
        return attempt(this::keepIndexOrFail);
    }

    private Kept keepIndexOrFail() throws IOException, DamagedFileException {
        index().keep();
        return Kept.NOTHING;
    }

    private List<LocalDate> behind(String folder) {
        return database.table(MemoryBlocks.class).behind(folder);
    }

    private Map<LocalDate, List<Shown>> shown(String folder) {
        return database.table(MemoryBlocks.class).all(folder).stream()
                .collect(Collectors.groupingBy(Shown::day, TreeMap::new, Collectors.toList()));
    }

    private interface Work {
        Kept run() throws IOException, DamagedFileException;
    }

    private interface Keeping {
        Kept in(String folder) throws IOException, DamagedFileException;
    }

    private Kept alone(Keeping keeping) {
        LOCAL.lock();
        try {
            Kept kept = attempt(() -> locked(keeping)).told();
            if (!kept.problems().isEmpty()) {
                database.table(MemoryFolders.class).missed(directory.toString(), String.join("; ", kept.problems()));
            }
            return kept;
        } finally {
            LOCAL.unlock();
        }
    }

    private Kept locked(Keeping keeping) throws IOException, DamagedFileException {
        try (FolderMarker marker = FolderMarker.open(database, directory)) {
            Kept kept = keeping.in(marker.folder());
            if (kept.problems().isEmpty()) {
                database.table(MemoryFolders.class).wrote(marker.folder(), null);
            }
            return kept;
        }
    }

    private Kept attempt(Work work) {
        try {
            return work.run();
        } catch (DamagedFileException e) {
            return Kept.problem(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Kept.problem(WriteProblem.of(directory, e));
        }
    }
}
