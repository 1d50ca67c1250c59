package dev.pith.starter.runtime;

/** Hears what takes longer than a moment, in words for the user; called from several threads. */
@FunctionalInterface
public interface StartupProgress {

    StartupProgress SILENT = step -> {};

    void step(String text);
}
