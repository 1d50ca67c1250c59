package dev.pith.workflows.model;

/** A rung of the ladder: how a text is requested, each stricter than the one before. */
public enum Rung {
    NORMAL,
    AGGRESSIVE,
    /** No model: sentences and identifiers taken from the text itself. */
    EXTRACTIVE
}
