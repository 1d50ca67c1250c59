package dev.pith.activities.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored conversation.
 *
 * @param subagentId empty for a session that no agent called
 * @param parent the conversation that called this subagent; null if not stored or not known
 * @param parentNativeId the native id of the session that called this subagent; null if the source does not name it
 * @param forkedFrom the native id of the session whose messages this one started with; null if it started empty
 * @param branch the last version control branch named by the source
 * @param messages number of messages
 * @param tokens tokens of all messages
 * @param contextVersion the current version
 * @param gist the summary that is its gist; null if it has none
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
