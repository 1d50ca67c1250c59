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
 * Reads the messages that the last compaction of a session removed, and all earlier ones. When the hook runs, that
 * compaction's summary may or may not be in the transcript. A summary without an answer of the agent after it belongs
 * to this compaction; the messages after it are still in the context. Subagents' messages are ignored, because they
 * were never in the context. Not thread-safe.
 */
final class CompactedMessages implements ConversationSink {

    /** Characters of notes. With the surrounding text they stay below Claude Code's limit for a hook's output. */
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

    /** Returns notes on what the agent's summary lacks; empty if there are none. */
    String notes() {
        String summary = sinceSummary.isEmpty() ? "" : sinceSummary.get(0).textOf(Part.Text.class);
        return reading.notes(summary, new Wish(NOTES, null, project, branch)).strip();
    }
}
