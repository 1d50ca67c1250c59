package dev.pith.starter.importing.reading;

import org.jspecify.annotations.Nullable;

/**
 * How to read a source.
 *
 * @param finalRead the source will not grow any more: unfinished messages are imported as they are
 * @param idOverride stands in for the source's own session id
 */
public record ImportOptions(boolean finalRead, @Nullable String idOverride) {

    /** What holds where nothing was asked for: the source may still grow, and names itself. */
    public static final ImportOptions DEFAULT = new ImportOptions(false, null);

    public ImportOptions {
        if (idOverride != null && idOverride.isBlank()) {
            throw new IllegalArgumentException("idOverride is blank: give an id, or leave it out");
        }
    }
}
