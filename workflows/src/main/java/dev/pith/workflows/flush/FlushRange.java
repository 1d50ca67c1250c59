package dev.pith.workflows.flush;

import dev.pith.workflows.model.ModelUse;
import org.jspecify.annotations.Nullable;

/**
 * A range of messages whose memories are to be extracted. Its row in the store is authoritative; this is the part that
 * a workflow needs.
 *
 * @param flush the id of the row
 * @param fromSeq the first message
 * @param toSeq the last message
 * @param compaction the compaction whose commit requested it; null for a manual request
 * @param model the model that extracts; null without one
 * @param asked the number of requests: 1, and one more for each manual one
 * @param attempt the number of this attempt since the last request, from 1
 * @param waitedMillis the time that the range has waited since it was due
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

    /** Returns the key under which the calls of one attempt are counted. */
    public String work() {
        return "flush " + flush + "." + asked + "." + attempt;
    }

    /** Returns the key under which calls for this range are counted and limited: its compaction, or else itself. */
    public String account() {
        return compaction == null ? "flush-" + flush : compaction;
    }
}
