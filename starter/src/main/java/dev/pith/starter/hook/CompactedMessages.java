package dev.pith.starter.hook;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.starter.filter.Placing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the messages that the last compaction of a session took away, and those before. When the hook runs, the
 * summary may or may not have been written: one that the agent has not answered yet is that of this compaction, and what
 * follows it is still in the context. Subagents' messages never were.
 */
final class CompactedMessages implements ConversationSink {

    private final Consumer<StoredMessage> to;
    private final Placing placing = new Placing();
    private final List<StoredMessage> sinceSummary = new ArrayList<>();
    private boolean session;

    CompactedMessages(Consumer<StoredMessage> to) {
        this.to = to;
    }

    @Override
    public void conversation(ConversationHeader header) {
        session = header.source().equals("claude-code") && header.subagentId() == null;
    }

    @Override
    public void message(NewMessage message) {
        StoredMessage placed = session ? placing.place(message) : null;
        if (placed == null) {
            return;
        }
        if (message.origin() == Origin.AGENT || message.origin() == Origin.NATIVE_SUMMARY) {
            sinceSummary.forEach(to);
            sinceSummary.clear();
        }
        if (message.origin() == Origin.NATIVE_SUMMARY || !sinceSummary.isEmpty()) {
            sinceSummary.add(placed);
        } else {
            to.accept(placed);
        }
    }

    @Override
    public void describe(@Nullable String title, @Nullable String project) {
        // A title is no message.
    }
}
