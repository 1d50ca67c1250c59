package dev.pith.starter.devserver;

import dev.pith.starter.runtime.StartupProgress;
import java.io.IOException;
import java.nio.file.Path;

/** One place that the pinned program can be had from. */
interface ProgramDownload {

    /** The place, as messages name it. */
    String place();

    /**
     * Brings the program.
     *
     * @param work an empty directory that may be used; the caller removes it
     * @return the program, somewhere in {@code work}; not checked yet
     * @throws IOException with the cause in words where it cannot be had
     */
    Path fetch(Path work, StartupProgress startupProgress) throws IOException;
}
