package dev.pith.workflows.compaction;

/** What a written text is worth. Only a fit one ever becomes a summary. */
public enum Verdict {
    FIT,
    /** It ended because its room was used up. */
    CUT_OFF,
    /** There was reasoning and no answer. */
    ONLY_REASONING,
    EMPTY,
    /** Longer than it may be, or than what it was to shorten. */
    INFLATED,
    /** The model would not, or a filter took it. */
    REFUSED,
    /** It is not in the form that was asked for. */
    MALFORMED,
    /** The endpoint read only a part of what was sent. */
    TRUNCATED_INPUT;

    /** Whether more room for the same may help. */
    boolean wantsRoom() {
        return this == CUT_OFF || this == ONLY_REASONING;
    }
}
