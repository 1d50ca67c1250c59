package dev.pith.activities.memory;

/** The state of a memory. Memories are never deleted. */
public enum MemoryState {
    /** In force, as extracted. */
    ACTIVE,
    /** In force, as a person edited it in its file. */
    EDITED,
    /** No longer in force: replaced by another memory, withdrawn, or struck out in its file. */
    SUPERSEDED,
    /** Removed by a person: it is not written to a file again, and the same statement is not stored again. */
    FORGOTTEN
}
