package dev.pith.activities.memory.files;

import java.nio.file.Path;

/**
 * A memory file or folder that must not be written, since content in it would be lost. The message names the problem
 * and the cure.
 */
public final class DamagedFileException extends Exception {

    private static final long serialVersionUID = 1;

    DamagedFileException(Path file, String what) {
        super(file + " " + what);
    }
}
