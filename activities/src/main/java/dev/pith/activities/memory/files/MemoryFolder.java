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
 * A folder with memory files. One process at a time synchronizes it. Files that cannot be read or written are reported and left
 * unchanged. Methods throw only where the store fails. Thread-safe.
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

    /** Brings those days up to date whose memories the files do not show as the rows have them. */
    public Kept catchUp() {
        return alone(folder -> {
            Kept kept = each(folder, behind(folder));
            return kept.changed() || !Files.exists(index().path()) ? kept.plus(keepIndex()) : kept;
        });
    }

    /** The same, and takes over what somebody did by hand in any file. Files that nobody touched cost one reading each. */
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
     * Writes files from rows: what somebody changed is taken over, what is missing is written again instead of being forgotten,
     * and a file that cannot be read is put aside.
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

    /** Does something again without a file that cannot be read. */
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
