package dev.pith.activities.memory;

import java.util.Locale;

/** Where a flush is. */
public enum FlushState {
    /** Its memories are still to be written. */
    PENDING,
    DONE,
    /** It was given up; asking again tries again. */
    FAILED;

    /** As it stands in the table and in what is printed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
