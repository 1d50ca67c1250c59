package dev.pith.activities.memory.files;

import dev.pith.activities.memory.Memories;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryBlocks.Shown;
import dev.pith.activities.memory.MemoryState;
import dev.pith.activities.store.Database;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Synchronizes the file of one day in three steps: manual edits go into the rows, the rows into the file, the state of
 * the file into the rows. A crash between two steps loses and duplicates nothing, since blocks are recognized by their
 * ids. Only one process may synchronize a folder, see {@link MemoryFolder}.
 */
final class DailyFile {

    private static final int MOST_TRIES = 5;
    private static final int MOST_WAITS = 30;
    private static final long WAIT_MILLIS = 100;

    private final Database database;
    private final DayRows rows;
    private final Path path;
    private final LocalDate day;

    DailyFile(Database database, String folder, Path directory, LocalDate day) {
        this.database = database;
        this.rows = new DayRows(database, folder, day);
        this.path = directory.resolve(day + ".md");
        this.day = day;
    }

    /** Returns whether the file contains exactly the recorded blocks, so that there are no edits to apply. */
    boolean isAsShown(List<Shown> shown) throws IOException {
        try {
            return isAsShown(TextFile.read(path), shown);
        } catch (DamagedFileException e) {
            return false;
        }
    }

    private boolean isAsShown(TextFile file, List<Shown> shown) {
        DailyText text;
        try {
            text = Markers.read(path, file.text());
        } catch (DamagedFileException e) {
            return false;
        }
        Map<String, String> hashes =
                shown.stream().filter(block -> !block.removed()).collect(Collectors.toMap(Shown::memory, Shown::hash));
        return text.ids().equals(hashes.keySet())
                && hashes.entrySet().stream()
                        .allMatch(block -> text.block(block.getKey())
                                .filter(now -> now.hash().equals(block.getValue()))
                                .isPresent());
    }

    /** Synchronizes file and rows; retries up to five times if another program writes the file meanwhile. */
    Kept keep() throws IOException, DamagedFileException {
        Kept kept = Kept.NOTHING;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            TextFile file = settled();
            DailyText text = Markers.read(path, file.text());
            kept = kept.plus(rows.takeOver(text));
            List<Memory> memories = database.table(Memories.class).ofDay(day);
            int written = show(memories, text);
            if (written == 0 || file.replace(text.toString())) {
                rows.record(memories, text);
                return kept.plus(Kept.written(written));
            }
        }
        throw busy();
    }

    /**
     * Reads the file once no other program is writing it: in a file truncated for a moment, the blocks at its end would
     * count as removed. A file with exactly the recorded blocks is not waited for.
     */
    private TextFile settled() throws IOException, DamagedFileException {
        TextFile file = TextFile.read(path);
        for (int waits = 0; file.isFresh() && !isAsShown(file, rows.shown()); waits++) {
            if (waits == MOST_WAITS) {
                throw busy();
            }
            pause();
            file = TextFile.read(path);
        }
        return file;
    }

    private IOException busy() {
        return new IOException(WriteProblem.BUSY + " " + path + " all the time");
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(WAIT_MILLIS); // Editors do not signal when a file is complete.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    /** Updates the text from the rows; returns the number of changed blocks. */
    private static int show(List<Memory> memories, DailyText text) {
        int changed = 0;
        for (Memory memory : memories) {
            Optional<Block> block = text.block(memory.id());
            Block wanted = Block.of(memory);
            if (block.isEmpty() && memory.holds()) {
                text.append(wanted, "# Memories of " + memory.day());
                changed++;
            } else if (block.isPresent() && memory.state() == MemoryState.FORGOTTEN) {
                text.remove(memory.id());
                changed++;
            } else if (block.isPresent() && !block.get().saysAs(wanted)) {
                // A block edited by hand keeps its form as long as its text equals the row's.
                text.replace(wanted);
                changed++;
            }
        }
        return changed;
    }

    /**
     * Deletes the records of blocks missing from the file, so that they are written again instead of counting as
     * removed.
     */
    void missLost() throws IOException, DamagedFileException {
        rows.miss(Markers.read(path, settled().text()));
    }
}
