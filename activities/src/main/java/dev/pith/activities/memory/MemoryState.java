package dev.pith.activities.memory;

/** The state of a memory. Memories are never deleted. */
public enum MemoryState {
    /** It holds, as it was written. */
    ACTIVE,
    /** It holds, as somebody changed it in its file. */
    EDITED,
    /** A later memory took its place. */
    SUPERSEDED,
    /** Somebody removed it; it is not written again, and the same thing is not remembered again. */
    FORGOTTEN
}
