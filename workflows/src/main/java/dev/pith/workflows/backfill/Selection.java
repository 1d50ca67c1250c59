package dev.pith.workflows.backfill;

import org.jspecify.annotations.Nullable;

/**
 * Which conversations a backfill takes. What is null, or 0, leaves nothing out.
 *
 * @param project the folder that they were held in, or one above it
 * @param source the program that they come from, such as {@code claude-code}
 * @param since only those whose last message is not older
 * @param until only those whose last message is older
 * @param idleSeconds only those whose last message is at least so old when the backfill begins
 * @param match a glob: of files their path must match it; of stored conversations the session's own id, the title or the
 *     project
 * @param subagents whether conversations of subagents are taken too
 */
public record Selection(
        @Nullable String project,
        @Nullable String source,
        @Nullable Moment since,
        @Nullable Moment until,
        long idleSeconds,
        @Nullable String match,
        boolean subagents) {

    /** Everything but what subagents did. */
    public static final Selection ALL = new Selection(null, null, null, null, 0, null, false);

    public Selection {
        if (idleSeconds < 0) {
            throw new IllegalArgumentException("idle seconds are " + idleSeconds + ", must be 0 or more");
        }
    }
}
