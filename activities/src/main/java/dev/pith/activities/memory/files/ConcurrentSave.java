package dev.pith.activities.memory.files;

import dev.pith.activities.memory.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Distinguishes a removed block from one that an editor never loaded: an editor that read the file before a block was
 * added saves it without that block. If a save changed another block, and the missing ones are the newest of the file
 * and less than an hour old, they are written again. A person who did remove them must do so once more.
 */
final class ConcurrentSave {

    private static final Duration RECENT = Duration.ofHours(1);

    private ConcurrentSave() {}

    /**
     * Returns whether the removed blocks were never loaded by the editor.
     *
     * @param done the detected change of each memory of the day, by id
     */
    static boolean of(Collection<Memory> memories, Map<String, ManualEdits> done, DailyText text) {
        Instant seen = Instant.now().minus(RECENT);
        Instant unseen = Instant.MAX;
        for (Memory memory : memories) {
            if (text.block(memory.id()).isPresent()) {
                seen = memory.created().isAfter(seen) ? memory.created() : seen;
            } else if (done.get(memory.id()) == ManualEdits.REMOVED) {
                unseen = memory.created().isBefore(unseen) ? memory.created() : unseen;
            }
        }
        return done.containsValue(ManualEdits.EDITED) && unseen.isAfter(seen);
    }
}
