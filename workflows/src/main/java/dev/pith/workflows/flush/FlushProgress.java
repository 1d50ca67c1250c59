package dev.pith.workflows.flush;

import org.jspecify.annotations.Nullable;

/**
 * What a flush workflow did and does.
 *
 * @param running the range it is at; null while it waits
 * @param flushed how many ranges are done
 * @param putOff how many attempts failed and are to be tried again later
 * @param memories how many were added
 * @param waitedMillis how long the last range waited for its attempt
 * @param ranMillis how long that attempt took
 * @param lastError why the last attempt that failed did
 */
public record FlushProgress(
        @Nullable FlushRange running,
        int flushed,
        int putOff,
        int memories,
        long waitedMillis,
        long ranMillis,
        @Nullable String lastError) {

    /** Nothing done yet. */
    public static final FlushProgress NOTHING = new FlushProgress(null, 0, 0, 0, 0, 0, null);

    /** At a range. */
    FlushProgress at(FlushRange range) {
        return new FlushProgress(range, flushed, putOff, memories, range.waitedMillis(), ranMillis, lastError);
    }

    /** After a range that was flushed. */
    FlushProgress done(Extracted extracted, long millis) {
        return new FlushProgress(
                null, flushed + 1, putOff, memories + extracted.added(), waitedMillis, millis, lastError);
    }

    /** After a range that was put off. */
    FlushProgress putOff(String why, long millis) {
        return new FlushProgress(null, flushed, putOff + 1, memories, waitedMillis, millis, why);
    }

    /** The same in words, for whoever looks at the workflow in Temporal's UI. */
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
