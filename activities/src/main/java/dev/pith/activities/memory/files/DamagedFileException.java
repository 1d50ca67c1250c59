package dev.pith.activities.memory.files;

import java.nio.file.Path;

/** A memory file that must not be written, since something in it would be lost; the message says what and the cure. */
public final class DamagedFileException extends Exception {

    private static final long serialVersionUID = 1;

    DamagedFileException(Path file, String what) {
        super(file + " " + what);
    }
}
