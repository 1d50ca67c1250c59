package dev.pith.starter.importing.reading;

import org.jspecify.annotations.Nullable;

/**
 * Options for reading a source.
 *
 * @param finalRead whether the source is complete: unfinished messages are imported as they are
 * @param idOverride replaces the source's own session id; null to keep it
 */
public record ImportOptions(boolean finalRead, @Nullable String idOverride) {

    /** The default: the source may still grow and has its own id. */
    public static final ImportOptions DEFAULT = new ImportOptions(false, null);

    public ImportOptions {
        if (idOverride != null && idOverride.isBlank()) {
            throw new IllegalArgumentException("idOverride is blank: give an id, or leave it out");
        }
    }
}
