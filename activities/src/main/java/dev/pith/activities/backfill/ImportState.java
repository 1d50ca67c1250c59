package dev.pith.activities.backfill;

import java.util.Locale;

/** How far the import is that a backfill began with. */
public enum ImportState {
    /** It takes stored conversations only. */
    NONE,
    RUNNING,
    DONE,
    /** The importer is gone, and files are still to be read. */
    INCOMPLETE;

    /** As it stands in the table and in what is printed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
