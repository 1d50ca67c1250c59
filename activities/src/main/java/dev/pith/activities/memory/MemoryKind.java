package dev.pith.activities.memory;

/** The kinds of memories. */
public enum MemoryKind {
    /** A statement about how things are: a name, a number, how something works. */
    FACT,
    /** A choice, with its reason if one was given. */
    DECISION,
    /** How a person wants things done. */
    PREFERENCE,
    /** A rule that a person set: what must or must not be. */
    CONSTRAINT,
    /** An open end: something left to do or to find out. */
    OPEN;

    /** Returns whether only a person's own words can be the source, so that a tool's output cannot plant rules. */
    public boolean onlyOfPersons() {
        return this == PREFERENCE || this == CONSTRAINT;
    }

    /**
     * Returns the kinds, in lower case, that are compared for similarity: extractors may classify the same statement as
     * a fact or as a decision.
     */
    String[] family() {
        return switch (this) {
            case FACT, DECISION -> new String[] {"fact", "decision"};
            case PREFERENCE, CONSTRAINT -> new String[] {"preference", "constraint"};
            case OPEN -> new String[] {"open"};
        };
    }
}
