package dev.pith.activities.memory;

/** Where a flush is. */
public enum FlushState {
    /** Its memories are still to be written. */
    PENDING,
    DONE,
    /** It was given up; asking again tries again. */
    FAILED
}
