package dev.pith.starter.sessions;

/** All sessions of a source are excluded by a setting. */
public final class IgnoredSessionException extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;
    private final String cure;

    IgnoredSessionException(String why, String cure) {
        super(why);
        this.why = why;
        this.cure = cure;
    }

    /** Returns which glob of which setting matches. */
    public String why() {
        return why;
    }

    /** Returns how to import it all the same. */
    public String cure() {
        return cure;
    }
}
