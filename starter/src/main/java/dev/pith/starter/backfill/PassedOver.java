package dev.pith.starter.backfill;

/** Why a backfill does not take a file or a conversation in it. */
public enum PassedOver {
    /** It is damaged, or cannot be read. */
    UNREADABLE,
    /** It belongs to another program, or holds no message yet. */
    FOREIGN,
    /** The setting {@code ignore_sessions} names it. */
    IGNORED,
    /** The setting {@code store_only_sessions} names it: it is imported, and not compacted. */
    STORED_ONLY,
    /** It was deleted from the store. */
    DELETED,
    /** It is not among what was selected. */
    NOT_SELECTED
}
