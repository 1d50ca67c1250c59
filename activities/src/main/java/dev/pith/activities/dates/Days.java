package dev.pith.activities.dates;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the messages of a range were written. Immutable.
 *
 * @param starts where each day begins, in the order of the messages, at most {@link #MOST}
 */
public record Days(List<Start> starts) {

    /** The most days of a range; of more, those after the first are forgotten. */
    public static final int MOST = 400;

    /** The days of messages without dates. */
    public static final Days NONE = new Days(List.of());

    /**
     * The first message of a day.
     *
     * @param day in days since 1970-01-01
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Start(long seq, long day) {}

    public Days {
        starts = List.copyOf(starts);
    }

    /** Returns the days with those of a later message. */
    public Days with(long seq, LocalDate day) {
        // Nearly every message is of the day of the one before it.
        boolean same = !starts.isEmpty() && starts.get(starts.size() - 1).day == day.toEpochDay();
        return same ? this : then(new Days(List.of(new Start(seq, day.toEpochDay()))));
    }

    /** Returns the days of this range and the next one. */
    public Days then(Days next) {
        List<Start> joined = new ArrayList<>(starts);
        for (Start start : next.starts) {
            if (joined.isEmpty() || joined.get(joined.size() - 1).day != start.day) {
                joined.add(start);
            }
        }
        int over = joined.size() - MOST;
        if (over > 0) {
            joined.subList(1, 1 + over).clear();
        }
        return new Days(joined);
    }

    /** Returns the day of a message; null if it is not known. */
    public @Nullable LocalDate of(long seq) {
        LocalDate day = null;
        for (Start start : starts) {
            if (start.seq <= seq) {
                day = LocalDate.ofEpochDay(start.day);
            }
        }
        return day;
    }

    /** Returns whether the messages are of more than one day. */
    public boolean several() {
        return starts.size() > 1;
    }

    /** Returns the first and the last day as text; null if no message has a date. */
    public @Nullable String told() {
        if (starts.isEmpty()) {
            return null;
        }
        long first = starts.stream().mapToLong(Start::day).min().orElseThrow();
        long last = starts.stream().mapToLong(Start::day).max().orElseThrow();
        String from = LocalDate.ofEpochDay(first).toString();
        return first == last ? from : from + " to " + LocalDate.ofEpochDay(last);
    }
}
