package dev.pith.workflows.model;

/** A rung of the ladder: the way in which a text is requested. Each is stricter than the one before. */
public enum Rung {
    NORMAL,
    /** With a model: requests a shorter text, or fewer memories. */
    AGGRESSIVE,
    /** Without a model: takes sentences and identifiers from the text itself. */
    EXTRACTIVE
}
