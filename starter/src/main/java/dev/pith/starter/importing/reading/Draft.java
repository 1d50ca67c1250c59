package dev.pith.starter.importing.reading;

import org.jspecify.annotations.Nullable;

/**
 * A conversation before its identity is settled.
 *
 * @param nativeId the source's own session id, where it has one
 * @param suffix tells several conversations of one file apart where they have no native id; empty for a single one
 * @param subagentId names a subagent; null for a session that no agent called
 * @param forkedFrom the session whose messages this one began with; null where it began empty
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

    /** A subagent; a parent that the source does not name is null. */
    public Draft subagent(String id, @Nullable String parent) {
        return new Draft(source, nativeId, suffix, id, parent, forkedFrom, title, project);
    }

    /** A fork of another session; of itself, or of nothing, it is none. */
    public Draft forkedFrom(@Nullable String origin) {
        boolean other = origin != null && !origin.equalsIgnoreCase(nativeId);
        return new Draft(source, nativeId, suffix, subagentId, parentNativeId, other ? origin : null, title, project);
    }
}
