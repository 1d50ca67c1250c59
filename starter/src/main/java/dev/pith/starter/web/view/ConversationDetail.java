package dev.pith.starter.web.view;

import dev.pith.activities.conversation.Conversation;
import dev.pith.starter.overview.Lineage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param nativeId its id in the source
 * @param parent the conversation that called this subagent; null if it is none
 * @param forkedFrom the conversation that it was forked from; null if it is no fork
 * @param gist its gist; null if it has none
 * @param running its running compaction; null if none runs
 */
public record ConversationDetail(
        String id,
        String title,
        String source,
        String nativeId,
        @Nullable String project,
        @Nullable String branch,
        @Nullable String parent,
        @Nullable String forkedFrom,
        boolean subagent,
        long messages,
        long tokens,
        int version,
        @Nullable Instant latest,
        Instant updated,
        @Nullable SummaryView gist,
        @Nullable String running,
        ContextView context,
        List<VersionView> versions) {

    /** Returns a conversation with what belongs to it. */
    public static ConversationDetail of(
            Conversation one,
            String title,
            Lineage lineage,
            @Nullable SummaryView gist,
            @Nullable String running,
            ContextView context,
            List<VersionView> versions) {
        return new ConversationDetail(
                one.id(),
                title,
                one.source(),
                one.nativeId(),
                one.project(),
                one.branch(),
                lineage.parent(),
                lineage.origin(),
                lineage.subagent(),
                one.messages(),
                one.tokens(),
                one.contextVersion(),
                one.latest(),
                one.updated(),
                gist,
                running,
                context,
                versions);
    }
}
