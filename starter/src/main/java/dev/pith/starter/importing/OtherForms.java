package dev.pith.starter.importing;

import dev.pith.starter.importing.antigravity.Transcripts;
import dev.pith.starter.importing.cursor.CursorForms;
import java.nio.file.Path;

/** Files that hold a session which is read from another file of the same program. */
public final class OtherForms {

    private OtherForms() {}

    /** Returns whether a file is such a form, by its path and the files around it. */
    public static boolean include(Path file) {
        return Transcripts.isShortened(file) || CursorForms.hasTranscript(file);
    }
}
