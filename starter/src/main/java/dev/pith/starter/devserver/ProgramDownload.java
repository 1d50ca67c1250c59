package dev.pith.starter.devserver;

import dev.pith.starter.runtime.StartupProgress;
import java.io.IOException;
import java.nio.file.Path;

/** A place to download the pinned program from. */
interface ProgramDownload {

    /** Returns the place's name for messages. */
    String place();

    /**
     * Downloads the program.
     *
     * @param work an empty working directory; the caller removes it
     * @return the program, somewhere in {@code work}; not verified yet
     * @throws IOException if the download fails, with the cause as its message
     */
    Path fetch(Path work, StartupProgress startupProgress) throws IOException;
}
