package dev.pith.starter.web.http;

/** What a request may do. */
public enum Access {
    /** It may read. */
    READ,
    /** It may also start, change and delete. */
    FULL;

    /** Returns whether this access includes another. */
    public boolean includes(Access needed) {
        return compareTo(needed) >= 0;
    }
}
