package dev.pith.activities.memory;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.workflows.flush.FlushRange;
import dev.pith.workflows.flush.FlushTask;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation as it is said, message by message, for extractors to read. */
public final class Said {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final List<StoredMessage> messages = new ArrayList<>();

    public Said person(String text) {
        return add(Origin.PERSON, Role.USER, new Part.Text(text));
    }

    public Said agent(String text) {
        return add(Origin.AGENT, Role.ASSISTANT, new Part.Text(text));
    }

    /** A command, and what it printed. */
    public Said run(String command, String output, boolean failed) {
        String id = "c" + messages.size();
        add(Origin.AGENT, Role.ASSISTANT, new Part.ToolCall(id, "bash", "{\"command\":\"" + command + "\"}"));
        return add(Origin.HARNESS, Role.TOOL, new Part.ToolResult(id, output, failed));
    }

    public Said add(Origin origin, Role role, Part... parts) {
        long seq = messages.size() + 1L;
        int tokens = TokenCounter.shared().count(List.of(parts));
        messages.add(new StoredMessage(
                seq, "m" + seq, null, role, origin, List.of(parts), tokens, START.plusSeconds(seq * 60)));
        return this;
    }

    public List<StoredMessage> messages() {
        return messages;
    }

    /** The task of flushing all of it. */
    public FlushTask task(String conversation, @Nullable ModelUse model, Step step) {
        return new FlushTask(new FlushRange(7, conversation, 1, messages.size(), null, model, 1, 1, 0), step);
    }

    /** A conversation of no store. */
    public static Conversation conversation(String subagentId) {
        return new Conversation(
                "c0nversation",
                "test",
                "n",
                subagentId,
                null,
                null,
                null,
                null,
                "/src/tide",
                null,
                START,
                START,
                1,
                1,
                1,
                null);
    }
}
