package dev.pith.workflows.flush;

import org.jspecify.annotations.Nullable;

/**
 * The progress of a flush workflow.
 *
 * @param running the current range; null while it waits
 * @param flushed the number of finished ranges
 * @param putOff the number of attempts that were put off or split
 * @param memories the number of new memories
 * @param waitedMillis the time that the last range waited for its attempt
 * @param ranMillis the duration of that attempt
 * @param lastError the reason of the last failed attempt; null without one
 */
public record FlushProgress(
        @Nullable FlushRange running,
        int flushed,
        int putOff,
        int memories,
        long waitedMillis,
        long ranMillis,
        @Nullable String lastError) {

    /** The progress of a workflow that begins. */
    public static final FlushProgress NOTHING = new FlushProgress(null, 0, 0, 0, 0, 0, null);

    /** Returns the progress with a current range. */
    FlushProgress at(FlushRange range) {
        return new FlushProgress(range, flushed, putOff, memories, range.waitedMillis(), ranMillis, lastError);
    }

    /** Returns the progress after a flushed range. */
    FlushProgress done(Extracted extracted, long millis) {
        return new FlushProgress(
                null, flushed + 1, putOff, memories + extracted.added(), waitedMillis, millis, lastError);
    }

    /** Returns the progress after a range that was put off. */
    FlushProgress putOff(String why, long millis) {
        return new FlushProgress(null, flushed, putOff + 1, memories, waitedMillis, millis, why);
    }

    /** Returns the details for Temporal's UI. */
    String details() {
        StringBuilder text = new StringBuilder();
        if (running == null) {
            text.append("**Waiting**");
        } else {
            text.append("**Messages ").append(running.fromSeq()).append(" to ").append(running.toSeq());
            text.append("**, attempt ").append(running.attempt());
        }
        text.append("\n\nFlushed ").append(flushed).append(", put off ").append(putOff);
        text.append(", memories added ").append(memories);
        text.append("\n\nThe last range waited ")
                .append(waitedMillis)
                .append(" ms and took ")
                .append(ranMillis);
        text.append(" ms");
        if (lastError != null) {
            text.append("\n\nLast error: ").append(lastError);
        }
        return text.toString();
    }
}
