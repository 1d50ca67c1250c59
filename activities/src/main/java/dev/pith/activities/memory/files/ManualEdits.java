package dev.pith.activities.memory.files;

import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryBlocks.Shown;
import dev.pith.activities.memory.MemoryState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Detects what a person changed in the block of a memory since Pith last wrote or read it. Text that Pith wrote is never taken
 * for an edit, even after a crash before the rows were updated.
 */
enum ManualEdits {
    /** Nothing. */
    NOTHING,
    /** Changed it, or put it back after it was forgotten. */
    EDITED,
    /** Took it out, or left nothing between its markers. */
    REMOVED,
    /** Nothing to this block: the whole file is gone or empty, which forgets nothing. */
    LOST;

    /**
     * Compares.
     *
     * @param block as it stands in the file now
     * @param shown as it stood there last; null where it never did
     * @param blank whether the whole file is gone or empty
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

    /** Written by Pith before a crash; the memory may have been superseded, or forgotten, since. */
    private static boolean isUnrecorded(Block now, Memory memory, @Nullable Shown shown) {
        return shown == null
                && (now.hash().equals(Block.standing(memory).hash())
                        || now.hash().equals(Block.struck(memory).hash()));
    }
}
