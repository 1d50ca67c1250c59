package dev.pith.starter.runtime;

/** Finds the program of Temporal's dev server. Safe to call from several processes at a time. */
@FunctionalInterface
public interface TemporalSource {

    /**
     * Finds the program, or returns the reason why there is none. Steps that take longer than a moment are reported to
     * {@code startupProgress}.
     */
    TemporalProgram find(StartupProgress startupProgress);
}
