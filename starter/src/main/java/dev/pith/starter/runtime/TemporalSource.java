package dev.pith.starter.runtime;

/** Finds the program of Temporal's dev server. Several processes may call it at a time. */
@FunctionalInterface
public interface TemporalSource {

    /** Finds the program, or says why there is none; what takes longer than a moment is told to {@code progress}. */
    TemporalProgram find(StartupProgress startupProgress);
}
