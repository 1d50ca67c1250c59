package dev.pith.activities.backfill;

/** The state of a backfill's import. */
public enum ImportState {
    /** The backfill takes stored conversations only. */
    NONE,
    RUNNING,
    DONE,
    /** The importer stopped before it had read all files. */
    INCOMPLETE
}
