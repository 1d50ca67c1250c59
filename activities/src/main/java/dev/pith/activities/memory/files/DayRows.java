package dev.pith.activities.memory.files;

import dev.pith.activities.memory.Memories;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryBlocks;
import dev.pith.activities.memory.MemoryBlocks.Shown;
import dev.pith.activities.memory.MemoryState;
import dev.pith.activities.store.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The memories of one day, and the records of their blocks in a folder's file. Each method that writes does so in one
 * transaction.
 */
final class DayRows {

    private final Database database;
    private final String folder;
    private final LocalDate day;

    DayRows(Database database, String folder, LocalDate day) {
        this.database = database;
        this.folder = folder;
        this.day = day;
    }

    /** Returns the recorded blocks of the day's file. */
    List<Shown> shown() {
        return database.table(MemoryBlocks.class).ofDay(folder, day);
    }

    /** Applies manual edits and removals to the rows. */
    Kept takeOver(DailyText text) {
        return database.transact(handle -> {
            handle.attach(Memories.class).lock();
            Map<String, Shown> known =
                    byMemory(handle.attach(MemoryBlocks.class).ofDay(folder, day));
            List<Memory> memories = handle.attach(Memories.class).ofDay(day);
            Map<String, ManualEdits> done = new HashMap<>();
            for (Memory memory : memories) {
                Optional<Block> block = text.block(memory.id());
                done.put(memory.id(), ManualEdits.of(memory, block, known.get(memory.id()), text.isBlank()));
            }
            if (ConcurrentSave.of(memories, done, text)) {
                done.replaceAll((id, what) ->
                        text.block(id).isEmpty() && what == ManualEdits.REMOVED ? ManualEdits.LOST : what);
            }
            return memories.stream()
                    .map(memory -> takeOver(handle, memory, text, done.getOrDefault(memory.id(), ManualEdits.NOTHING)))
                    .reduce(Kept.NOTHING, Kept::plus);
        });
    }

    private Kept takeOver(Handle handle, Memory memory, DailyText text, ManualEdits done) {
        return switch (done) {
            case NOTHING -> Kept.NOTHING;
            case EDITED -> edit(handle, memory, text.block(memory.id()).orElseThrow());
            case REMOVED -> remove(handle, memory);
            case LOST -> {
                handle.attach(MemoryBlocks.class).remove(folder, List.of(memory.id()));
                yield Kept.NOTHING;
            }
        };
    }

    private Kept edit(Handle handle, Memory memory, Block block) {
        MemoryState state = block.isStruck() ? MemoryState.SUPERSEDED : MemoryState.EDITED;
        String said = block.text();
        handle.attach(Memories.class).edit(memory.id(), said, EditedWords.of(said), state);
        handle.attach(MemoryBlocks.class).put(folder, List.of(new Shown(memory.id(), day, block.hash(), state)));
        return new Kept(0, 1, 0, List.of());
    }

    /** Forgets a memory and records that a person removed its block, so that the block can be put back by hand. */
    private Kept remove(Handle handle, Memory memory) {
        Shown removed = new Shown(memory.id(), day, "", MemoryState.FORGOTTEN);
        handle.attach(MemoryBlocks.class).put(folder, List.of(removed));
        return new Kept(0, 0, handle.attach(Memories.class).forget(memory.id()), List.of());
    }

    /** Records the blocks that the file contains now. */
    void record(List<Memory> memories, DailyText text) {
        Map<String, Shown> known = byMemory(shown());
        List<Shown> other = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (Memory memory : memories) {
            Shown before = known.get(memory.id());
            Optional<Shown> now =
                    text.block(memory.id()).map(block -> new Shown(memory.id(), day, block.hash(), memory.state()));
            if (now.isPresent() && !now.get().equals(before)) {
                other.add(now.get());
            } else if (now.isEmpty() && before != null && !before.removed()) {
                gone.add(memory.id());
            }
        }
        if (!other.isEmpty() || !gone.isEmpty()) {
            database.transact(handle -> {
                handle.attach(MemoryBlocks.class).put(folder, other);
                handle.attach(MemoryBlocks.class).remove(folder, gone);
                return true;
            });
        }
    }

    /** Deletes the records of blocks missing from the file, except those that a person is known to have removed. */
    void miss(DailyText text) {
        List<String> gone = shown().stream()
                .filter(block -> !block.removed())
                .map(Shown::memory)
                .filter(memory -> text.block(memory).isEmpty())
                .toList();
        database.table(MemoryBlocks.class).remove(folder, gone);
    }

    private static Map<String, Shown> byMemory(List<Shown> shown) {
        return shown.stream().collect(Collectors.toMap(Shown::memory, Function.identity()));
    }
}
