package dev.pith.activities.memory;

/**
 * What became of what was found.
 *
 * @param added memories that are new
 * @param merged found ones that were known already, or that somebody wants forgotten
 * @param superseded earlier ones whose place a later one took
 */
public record WriteResult(int added, int merged, int superseded) {

    static final WriteResult NOTHING = new WriteResult(0, 0, 0);

    WriteResult plus(WriteResult other) {
        return new WriteResult(added + other.added, merged + other.merged, superseded + other.superseded);
    }
}
