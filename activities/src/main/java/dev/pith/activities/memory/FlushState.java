package dev.pith.activities.memory;

/** The states of a flush. */
public enum FlushState {
    /** Its memories are still to be written. */
    PENDING,
    DONE,
    /** It was given up after too many failed attempts; a manual request retries it. */
    FAILED
}
