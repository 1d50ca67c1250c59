package dev.pith.activities.memory.files;

import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryBlocks.Shown;
import dev.pith.activities.memory.MemoryState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Detects how a person changed the block of a memory since Pith last wrote or read it. Text that Pith wrote never
 * counts as an edit, even after a crash before the rows were updated.
 */
enum ManualEdits {
    /** No change. */
    NOTHING,
    /** Edited, or put back after it was forgotten. */
    EDITED,
    /** Removed, or left empty between its markers. */
    REMOVED,
    /** Missing because the whole file is gone or empty, or an editor never loaded the block; nothing is forgotten. */
    LOST;

    /**
     * Compares a block with its recorded state.
     *
     * @param block the block in the file now; empty if missing
     * @param shown the block as last recorded; null if the file never contained it
     * @param blank whether the whole file is missing or empty
     */
    static ManualEdits of(Memory memory, Optional<Block> block, @Nullable Shown shown, boolean blank) {
        if (block.isEmpty()) {
            boolean missed = shown != null && !shown.removed();
            return !missed ? NOTHING : blank ? LOST : REMOVED;
        }
        Block now = block.get();
        if (now.text().isEmpty()) {
            return memory.state() == MemoryState.FORGOTTEN ? NOTHING : REMOVED;
        }
        return isUntouched(memory, now, shown) ? NOTHING : EDITED;
    }

    private static boolean isUntouched(Memory memory, Block now, @Nullable Shown shown) {
        if (shown != null && shown.removed()) {
            return memory.state() != MemoryState.FORGOTTEN && isWritten(now, memory);
        }
        return isWritten(now, memory)
                || (shown != null && now.hash().equals(shown.hash()))
                || isUnrecorded(now, memory, shown);
    }

    private static boolean isWritten(Block now, Memory memory) {
        return now.hash().equals(Block.of(memory).hash());
    }

    /** Returns whether Pith wrote the block before a crash; the memory may since have been superseded or forgotten. */
    private static boolean isUnrecorded(Block now, Memory memory, @Nullable Shown shown) {
        return shown == null
                && (now.hash().equals(Block.standing(memory).hash())
                        || now.hash().equals(Block.struck(memory).hash()));
    }
}
