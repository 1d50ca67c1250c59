package dev.pith.activities.identifiers;

/** The origin of an identifier's use, with its weight as a predictor of reuse. */
public enum Source {
    /** The input of a tool call that changes a file. */
    EDIT(0, 2),
    /** The input of any other tool call. */
    CALL(1, 1),
    /** The agent's words. */
    AGENT(2, 1),
    /** A person's words. */
    PERSON(3, 1),
    /** A tool result. */
    RESULT(4, 0.5);

    /** Number of sources. */
    static final int COUNT = values().length;

    private final int place;
    private final double weight;

    Source(int place, double weight) {
        this.place = place;
        this.weight = weight;
    }

    /** Index of this source's sum in a trace, from 0. Stored traces depend on it. */
    int place() {
        return place;
    }

    double weight() {
        return weight;
    }
}
