package dev.pith.workflows.model;

/** A step of the ladder that a chunk climbs until it has a summary. */
public enum Rung {
    NORMAL,
    AGGRESSIVE,
    /** No model: sentences and identifiers taken from the text itself. */
    EXTRACTIVE
}
