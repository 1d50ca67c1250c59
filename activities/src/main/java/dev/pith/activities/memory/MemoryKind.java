package dev.pith.activities.memory;

/** What a memory is about. */
public enum MemoryKind {
    /** What is so: a name, a number, how something works. */
    FACT,
    /** What was chosen, with its reason where one was told. */
    DECISION,
    /** How a person wants things done. */
    PREFERENCE,
    /** What a person said must or must not be. */
    CONSTRAINT,
    /** What is left to do or to find out. */
    OPEN;

    /** Whether only a person's own words can be the source: a tool's output must not plant how work is to be done. */
    public boolean onlyOfPersons() {
        return this == PREFERENCE || this == CONSTRAINT;
    }

    /**
     * The kinds, as stored, of which the same thing can be said to be: one finds a fact where another finds a
     * decision.
     */
    String[] family() {
        return switch (this) {
            case FACT, DECISION -> new String[] {"fact", "decision"};
            case PREFERENCE, CONSTRAINT -> new String[] {"preference", "constraint"};
            case OPEN -> new String[] {"open"};
        };
    }
}
