package dev.pith.starter.devserver;

import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TemporalSource;
import java.io.IOException;

/** Downloads the program from one place and keeps it in the cache. */
record DownloadedProgram(ProgramCache cache, ProgramDownload download) implements TemporalSource {

    @Override
    public TemporalProgram find(StartupProgress startupProgress) {
        try {
            return cache.fill(download, startupProgress);
        } catch (IOException e) {
            return TemporalProgram.missing(download.place() + ": " + cause(e));
        }
    }

    /** Returns the cause as a single line. */
    private static String cause(IOException failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElseThrow();
    }
}
