package dev.pith.activities.memory.files;

import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryState;
import dev.pith.activities.memory.Wording;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Memories;
import dev.pith.activities.store.MemoryBlocks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The file of one day. First what somebody did by hand is taken over into the rows, then the file shows the rows. Between the
 * two nothing is lost by a crash: a block that stands in the file is known by its id, whether its row says so or not.
 */
final class DailyFile {

    private static final int MOST_TRIES = 5;

    private final Database database;
    private final String folder;
    private final Path path;
    private final LocalDate day;

    DailyFile(Database database, String folder, Path directory, LocalDate day) {
        this.database = database;
        this.folder = folder;
        this.path = directory.resolve(day + ".md");
        this.day = day;
    }

    /** Brings file and rows together. */
    Kept keep() throws IOException, DamagedFileException {
        Kept byHand = Kept.NOTHING;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            TextFile file = TextFile.read(path);
            DailyText text = DailyText.of(path, file.text());
            byHand = byHand.plus(takeOver(text, file.exists()));
            List<Memory> memories = database.table(Memories.class).ofDay(day);
            int written = show(memories, text);
            String whole = text.toString();
            if (whole.equals(file.text()) || file.replace(whole)) {
                record(memories, text);
                return byHand.plus(new Kept(written, 0, 0, List.of()));
            }
        }
        throw new IOException("somebody else writes " + path + " all the time");
    }

    /** What somebody changed or removed. A file that is not there, or empty, was not edited: it is written again. */
    private Kept takeOver(DailyText text, boolean exists) {
        return database.transact(handle -> {
            handle.attach(Memories.class).lock();
            Map<String, String> known = handle.attach(MemoryBlocks.class).ofDay(folder, day);
            int edited = 0;
            int forgotten = 0;
            for (Memory memory : handle.attach(Memories.class).ofDay(day)) {
                Optional<Block> block = text.block(memory.id());
                String hash = known.getOrDefault(memory.id(), Block.of(memory).hash());
                if (block.isEmpty() && known.containsKey(memory.id())) {
                    handle.attach(MemoryBlocks.class).remove(folder, memory.id());
                    forgotten += exists ? handle.attach(Memories.class).forget(memory.id()) : 0;
                } else if (block.isPresent() && !block.get().hash().equals(hash)) {
                    edited += edit(handle, memory, block.get());
                }
            }
            return new Kept(0, edited, forgotten, List.of());
        });
    }

    private int edit(Handle handle, Memory memory, Block block) {
        String said = block.text();
        if (said.isEmpty()) {
            return handle.attach(Memories.class).forget(memory.id());
        }
        handle.attach(Memories.class).edit(memory.id(), said, Wording.of(said).array());
        handle.attach(MemoryBlocks.class).put(folder, memory.id(), block.hash(), MemoryState.EDITED.name());
        return 1;
    }

    /** How many blocks had to change. */
    private static int show(List<Memory> memories, DailyText text) {
        int changed = 0;
        for (Memory memory : memories) {
            Optional<Block> block = text.block(memory.id());
            Block wanted = Block.of(memory);
            if (block.isEmpty() && memory.holds()) {
                if (text.isEmpty()) {
                    text.open("# Memories of " + memory.day() + "\n");
                }
                text.append(wanted);
                changed++;
            } else if (block.isPresent() && memory.state() == MemoryState.FORGOTTEN) {
                text.remove(memory.id());
                changed++;
            } else if (block.isPresent() && isAnother(memory, block.get(), wanted)) {
                text.replace(wanted);
                changed++;
            }
        }
        return changed;
    }

    /** What somebody wrote keeps its form as long as it says what the row says. */
    private static boolean isAnother(Memory memory, Block block, Block wanted) {
        return memory.state() == MemoryState.EDITED
                ? !block.text().equals(wanted.text())
                : !block.hash().equals(wanted.hash());
    }

    private void record(List<Memory> memories, DailyText text) {
        database.transact(handle -> {
            MemoryBlocks blocks = handle.attach(MemoryBlocks.class);
            for (Memory memory : memories) {
                text.block(memory.id())
                        .ifPresentOrElse(
                                block -> blocks.put(
                                        folder,
                                        memory.id(),
                                        block.hash(),
                                        memory.state().name()),
                                () -> blocks.remove(folder, memory.id()));
            }
            return true;
        });
    }

    /** Forgets that blocks stood in the file which do not stand there now, so that they are written again. */
    void missLost() throws IOException, DamagedFileException {
        DailyText text = DailyText.of(path, TextFile.read(path).text());
        database.transact(handle -> {
            MemoryBlocks blocks = handle.attach(MemoryBlocks.class);
            blocks.ofDay(folder, day).keySet().stream()
                    .filter(memory -> text.block(memory).isEmpty())
                    .forEach(memory -> blocks.remove(folder, memory));
            return true;
        });
    }
}
