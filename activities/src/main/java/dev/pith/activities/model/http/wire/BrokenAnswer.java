package dev.pith.activities.model.http.wire;

/** An answer that is none. The message goes on after the host's name. */
public final class BrokenAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String quoted;

    BrokenAnswer(String message) {
        this(message, "");
    }

    /** With words of the answer, as they came. */
    BrokenAnswer(String message, String quoted) {
        super(message);
        this.quoted = quoted;
    }

    public String quoted() {
        return quoted;
    }
}
