package dev.pith.activities.backfill;

/** How far the import is that a backfill began with. */
public enum ImportState {
    /** It takes stored conversations only. */
    NONE,
    RUNNING,
    DONE,
    /** The importer is gone, and files are still to be read. */
    INCOMPLETE
}
