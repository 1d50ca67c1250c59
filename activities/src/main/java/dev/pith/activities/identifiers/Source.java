package dev.pith.activities.identifiers;

/** Who used an identifier, and how much that says about its being needed again. */
public enum Source {
    /** The input of a tool call that changes a file. */
    EDIT(0, 2),
    /** The input of any other tool call. */
    CALL(1, 1),
    /** The agent's words. */
    AGENT(2, 1),
    /** A person's words. */
    PERSON(3, 1),
    /** What a tool answered. */
    RESULT(4, 0.5);

    /** How many there are. */
    static final int COUNT = values().length;

    private final int place;
    private final double weight;

    Source(int place, double weight) {
        this.place = place;
        this.weight = weight;
    }

    /** Where its sum stands in a trace, from 0; stored traces hold to it. */
    int place() {
        return place;
    }

    double weight() {
        return weight;
    }
}
