package dev.pith.activities.intake;

import dev.pith.activities.conversation.Ranges;
import java.util.Arrays;

/** The positions of the messages of one import, in source order. Not thread-safe. */
final class SentPlaces {

    private long[] places = new long[64];
    private int count;

    /** Adds the position of the next message of the source. */
    void add(long seq) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = seq;
    }

    /**
     * Returns the positions of some messages as ranges.
     *
     * @param from the first message, counted from 1 in source order
     * @param to the last message
     * @throws IllegalArgumentException if the messages were not added
     */
    Ranges of(long from, long to) {
        if (from < 1 || to > count) {
            throw new IllegalArgumentException("from " + from + " to " + to + " are not among " + count + " messages");
        }
        Ranges ranges = Ranges.NONE;
        long first = 0;
        long last = 0;
        for (int at = (int) from - 1; at < to; at++) {
            if (first != 0 && places[at] != last + 1) {
                ranges = ranges.plus(Ranges.of(first, last));
                first = 0;
            }
            first = first == 0 ? places[at] : first;
            last = places[at];
        }
        return first == 0 ? ranges : ranges.plus(Ranges.of(first, last));
    }
}
