package dev.pith.workflows.backfill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects the conversations of a backfill. Null and 0 select all.
 *
 * @param project the folder of the conversation, or a parent of it
 * @param source the program that it comes from, such as {@code claude-code}
 * @param since the earliest time of its last message, inclusive
 * @param until the latest time of its last message, exclusive
 * @param idleSeconds only conversations without new messages for this long when the backfill begins
 * @param match a glob: for files, it must match the path; for stored conversations the session id, the title or the
 *     project
 * @param subagents whether conversations of subagents are included
 * @param except globs: conversations whose session id, title or project matches one are left out
 */
public record Selection(
        @Nullable String project,
        @Nullable String source,
        @Nullable Moment since,
        @Nullable Moment until,
        long idleSeconds,
        @Nullable String match,
        boolean subagents,
        List<String> except) {

    /** Selects everything but conversations of subagents. */
    public static final Selection ALL = new Selection(null, null, null, null, 0, null, false);

    public Selection {
        // A stored request of an earlier version has no exceptions.
        except = except == null ? List.of() : List.copyOf(except);
        if (idleSeconds < 0) {
            throw new IllegalArgumentException("idle seconds are " + idleSeconds + ", must be 0 or more");
        }
    }

    /** Selects without exceptions. */
    public Selection(
            @Nullable String project,
            @Nullable String source,
            @Nullable Moment since,
            @Nullable Moment until,
            long idleSeconds,
            @Nullable String match,
            boolean subagents) {
        this(project, source, since, until, idleSeconds, match, subagents, List.of());
    }

    /** Returns a copy with exceptions. */
    public Selection except(List<String> globs) {
        return new Selection(project, source, since, until, idleSeconds, match, subagents, globs);
    }
}
