package dev.pith.starter.hook;

import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.ConversationSink;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.ExtractiveReading;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.starter.filter.Placing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages that the last compaction of a session took away, and those before. When the hook runs, the summary may
 * or may not have been written: one that the agent has not answered yet is that of this compaction, and what follows it is
 * still in the context. Subagents' messages never were. Not thread-safe.
 */
final class CompactedMessages implements ConversationSink {

    /** With the frame around them the notes stay below what Claude Code takes from a hook. */
    private static final int NOTES = 2_000;

    private final Placing placing = new Placing();
    private final ExtractiveReading reading = new ExtractiveReading();
    private final List<StoredMessage> sinceSummary = new ArrayList<>();
    private boolean session;
    private @Nullable String project;
    private @Nullable String branch;

    @Override
    public void conversation(ConversationHeader header) {
        session = header.source().equals("claude-code") && header.subagentId() == null;
        if (session && header.project() != null) {
            project = header.project();
        }
    }

    @Override
    public void message(NewMessage message) {
        StoredMessage placed = session ? placing.place(message) : null;
        if (placed == null) {
            return;
        }
        if (message.origin() == Origin.AGENT || message.origin() == Origin.NATIVE_SUMMARY) {
            sinceSummary.forEach(reading::read);
            sinceSummary.clear();
        }
        if (message.origin() == Origin.NATIVE_SUMMARY || !sinceSummary.isEmpty()) {
            sinceSummary.add(placed);
        } else {
            reading.read(placed);
        }
    }

    @Override
    public void describe(@Nullable String title, @Nullable String newProject, @Nullable String newBranch) {
        project = session && newProject != null ? newProject : project;
        branch = session && newBranch != null ? newBranch : branch;
    }

    /** What the agent should know beside the summary that it has got; empty where there is nothing to tell. */
    String notes() {
        String summary = sinceSummary.isEmpty() ? "" : sinceSummary.get(0).textOf(Part.Text.class);
        return reading.notes(summary, new Wish(NOTES, null, project, branch)).strip();
    }
}
