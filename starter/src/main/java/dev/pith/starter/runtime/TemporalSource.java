package dev.pith.starter.runtime;

/** Finds the program of Temporal's dev server. Called under the home's start lock, so by one process at a time. */
@FunctionalInterface
public interface TemporalSource {

    /** Finds the program, or says why there is none; what takes longer than a moment is told to {@code progress}. */
    TemporalProgram find(Progress progress);
}
