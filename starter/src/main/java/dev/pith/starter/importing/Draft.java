package dev.pith.starter.importing;

import org.jspecify.annotations.Nullable;

/**
 * A conversation before its identity is settled.
 *
 * @param nativeId the source's own session id, where it has one
 * @param suffix tells several conversations of one file apart where they have no native id; empty for a single one
 */
record Draft(
        String source,
        @Nullable String nativeId,
        String suffix,
        @Nullable String subagentId,
        @Nullable String parentNativeId,
        @Nullable String title,
        @Nullable String project) {

    static Draft unnamed(String source, String suffix) {
        return new Draft(source, null, suffix, null, null, null, null);
    }

    static Draft session(String source, @Nullable String nativeId, @Nullable String title, @Nullable String project) {
        return new Draft(source, nativeId, "", null, null, title, project);
    }

    Draft subagent(String id, @Nullable String parent) {
        return new Draft(source, nativeId, suffix, id, parent, title, project);
    }

    Draft calledBy(@Nullable String parent) {
        return new Draft(source, nativeId, suffix, subagentId, parent, title, project);
    }
}
