package dev.pith.starter.importing.reading;

import org.jspecify.annotations.Nullable;

/**
 * A conversation before its identity is determined.
 *
 * @param nativeId the source's own session id, if it has one
 * @param suffix distinguishes conversations of one file that have no native id; empty for a single one
 * @param subagentId the id of a subagent; null for a session that was not started by an agent
 * @param forkedFrom the session whose messages this one began with; null if it began empty
 */
public record Draft(
        String source,
        @Nullable String nativeId,
        String suffix,
        @Nullable String subagentId,
        @Nullable String parentNativeId,
        @Nullable String forkedFrom,
        @Nullable String title,
        @Nullable String project) {

    public static Draft unnamed(String source, String suffix) {
        return new Draft(source, null, suffix, null, null, null, null, null);
    }

    public static Draft session(
            String source, @Nullable String nativeId, @Nullable String title, @Nullable String project) {
        return new Draft(source, nativeId, "", null, null, null, title, project);
    }

    public Draft titled(@Nullable String newTitle) {
        return new Draft(source, nativeId, suffix, subagentId, parentNativeId, forkedFrom, newTitle, project);
    }

    /** Returns this conversation as a subagent's; {@code parent} is null if the source does not name it. */
    public Draft subagent(String id, @Nullable String parent) {
        return new Draft(source, nativeId, suffix, id, parent, forkedFrom, title, project);
    }

    /** Returns this conversation as a fork of another session, or unchanged if {@code origin} is null or itself. */
    public Draft forkedFrom(@Nullable String origin) {
        boolean other = origin != null && !origin.equalsIgnoreCase(nativeId);
        return new Draft(source, nativeId, suffix, subagentId, parentNativeId, other ? origin : null, title, project);
    }
}
