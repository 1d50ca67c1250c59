package dev.pith.workflows;

import java.time.Duration;

/** When the memories of the messages that a compaction replaced are extracted. */
public enum FlushMode {
    /** The flush is queued and runs in its own workflow. */
    BACKGROUND,
    /** The compaction ends after its flush was attempted, or after {@link #INLINE_PATIENCE}. */
    INLINE,
    /** No flush is queued; a later one includes these messages. */
    OFF;

    /** The longest time that a compaction waits for its inline flush. */
    public static final Duration INLINE_PATIENCE = Duration.ofMinutes(10);
}
