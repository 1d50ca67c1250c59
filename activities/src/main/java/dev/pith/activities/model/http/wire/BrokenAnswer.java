package dev.pith.activities.model.http.wire;

/**
 * An answer that cannot be parsed or is too large. The message continues a sentence that begins with the host's name.
 */
public final class BrokenAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String quoted;

    BrokenAnswer(String message) {
        this(message, "");
    }

    /** Creates the exception with a quote of the answer, which may contain the key. */
    BrokenAnswer(String message, String quoted) {
        super(message);
        this.quoted = quoted;
    }

    /** Returns the quote of the answer, which may contain the key; empty if there is none. */
    public String quoted() {
        return quoted;
    }
}
