package dev.pith.activities.appending;

/** The conversation's last message is not the one that the caller expects; nothing was stored. */
public final class SeqConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long expected;
    private final long current;

    SeqConflictException(long expected, long current) {
        super("the conversation ends with message " + current + ", not " + expected
                + ": read what was appended meanwhile, then append after it");
        this.expected = expected;
        this.current = current;
    }

    /** Returns the number that the caller gave. */
    public long expected() {
        return expected;
    }

    /** Returns the number of the conversation's last message; 0 if it has none. */
    public long current() {
        return current;
    }
}
