package dev.pith.activities.identifiers;

/** The kind of an identifier. The declaration order breaks ties in a ranking. */
public enum IdentifierKind {
    URL(1.5),
    PATH(1.3),
    /** Two segments, such as a branch or a repository. */
    REF(1),
    /** A UUID, a hash, an id with a prefix. */
    ID(1),
    TICKET(1.5),
    /** A file's name without its folder. */
    FILE(1.1),
    ERROR(1.2),
    ENVIRONMENT(1.3),
    VERSION(0.8),
    FLAG(1.3),
    /** A number with its unit. */
    NUMBER(0.6),
    /** A name in code. */
    SYMBOL(1),
    /** A shell command, from tool calls only. */
    COMMAND(1.5);

    private final double weight;

    IdentifierKind(double weight) {
        this.weight = weight;
    }

    /** Relative weight of this kind among equally used identifiers. */
    double weight() {
        return weight;
    }
}
