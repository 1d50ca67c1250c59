package dev.pith.starter.runtime;

/** Receives steps that take longer than a moment, as text for the user. Called from several threads. */
@FunctionalInterface
public interface StartupProgress {

    StartupProgress SILENT = step -> {};

    void step(String text);
}
