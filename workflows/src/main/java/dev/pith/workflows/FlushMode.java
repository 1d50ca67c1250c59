package dev.pith.workflows;

import java.time.Duration;

/** How a compaction goes together with the flush of what it replaced. */
public enum FlushMode {
    /** The flush is asked for and goes on by itself. */
    BACKGROUND,
    /** The compaction ends when its flush was attempted. */
    INLINE,
    /** No flush is asked for; a later one takes the messages with it. */
    OFF;

    /** How long an inline flush may keep its compaction from ending. */
    public static final Duration INLINE_PATIENCE = Duration.ofMinutes(10);
}
