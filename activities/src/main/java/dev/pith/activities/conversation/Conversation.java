package dev.pith.activities.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the store knows it.
 *
 * @param subagentId empty for a session that no agent called
 * @param parent the conversation that called this subagent; null where it is not stored or not known
 * @param parentNativeId the native id of the session that called this subagent; null where the source does not name it
 * @param forkedFrom the native id of the session whose messages this one began with; null where it began empty
 * @param branch the version control branch that the source named last
 * @param messages how many it has
 * @param tokens what all of them hold
 * @param contextVersion the version that is in force
 * @param gist the summary that is its gist; null where it has none
 */
public record Conversation(
        String id,
        String source,
        String nativeId,
        String subagentId,
        @Nullable String parent,
        @Nullable String parentNativeId,
        @Nullable String forkedFrom,
        @Nullable String title,
        @Nullable String project,
        @Nullable String branch,
        Instant updated,
        @Nullable Instant latest,
        long messages,
        long tokens,
        int contextVersion,
        @Nullable String gist) {}
