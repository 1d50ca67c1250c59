package dev.pith.activities.memory;

/**
 * The result of merging extracted memories.
 *
 * @param added new memories
 * @param merged extracted memories that were already stored, or that a person had forgotten
 * @param superseded stored or new memories that were superseded
 */
public record WriteResult(int added, int merged, int superseded) {

    static final WriteResult NOTHING = new WriteResult(0, 0, 0);

    WriteResult plus(WriteResult other) {
        return new WriteResult(added + other.added, merged + other.merged, superseded + other.superseded);
    }
}
