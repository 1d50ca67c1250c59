package dev.pith.workflows.flush;

import dev.pith.workflows.model.ModelUse;
import org.jspecify.annotations.Nullable;

/**
 * A range of messages whose memories are to be written. Its row in the store is the truth; this is what a workflow needs.
 *
 * @param flush the row's id
 * @param compaction whose commit asked for it; null where somebody asked by hand
 * @param model who extracts; null where no model is asked
 * @param asked how often somebody asked for it: 1, and one more for each time by hand
 * @param attempt which attempt this is since then, 1 for the first
 * @param waitedMillis how long the range waited for it since it could have begun
 */
public record FlushRange(
        long flush,
        String conversation,
        long fromSeq,
        long toSeq,
        @Nullable String compaction,
        @Nullable ModelUse model,
        int asked,
        int attempt,
        long waitedMillis) {

    public FlushRange {
        if (fromSeq < 1 || toSeq < fromSeq || attempt < 1) {
            throw new IllegalArgumentException(
                    "no range to flush: messages " + fromSeq + " to " + toSeq + ", attempt " + attempt);
        }
    }

    /** What one attempt's calls are counted under. */
    public String work() {
        return "flush " + flush + "." + asked + "." + attempt;
    }

    /** What calls for this range are counted and limited under: its compaction, or else itself. */
    public String account() {
        return compaction == null ? "flush-" + flush : compaction;
    }
}
