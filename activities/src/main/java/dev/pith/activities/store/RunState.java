package dev.pith.activities.store;

import java.util.Locale;

/** Whether a compaction or backfill has ended, as far as the store knows. */
public enum RunState {
    RUNNING,
    ENDED;

    /** As it stands in tables and in what is printed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
