package dev.pith.activities.memory.files;

import java.nio.file.Path;

/** A memory file must not be written, since text in it would be lost. The message names the text and the cure. */
public final class DamagedFileException extends Exception {

    private static final long serialVersionUID = 1;

    DamagedFileException(Path file, String what) {
        super(file + " " + what);
    }
}
