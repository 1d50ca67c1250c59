package dev.pith.activities.context.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.context.Entry.Call;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.context.ToolNames;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Origin;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of pi, version 3: a header, then entries whose parent is the entry before. The summary is a compaction that
 * keeps no entry before it; what a program put in is a custom message that is not displayed.
 */
final class PiWriter implements SessionWriter {

    private static final int VERSION = 3;

    private final Handover handover;
    private final SessionLines lines;
    private int entries;

    PiWriter(Handover handover, Writer out) {
        this.handover = handover;
        this.lines = new SessionLines(out);
    }

    @Override
    public void begin() throws IOException {
        lines.line(SessionLines.object()
                .put("type", "session")
                .put("version", VERSION)
                .put("id", handover.session().toString())
                .put("timestamp", SessionLines.time(handover.made()))
                .put("cwd", handover.directory()));
        String title = handover.context().conversation().title();
        if (title != null) {
            lines.line(entry("session_info", handover.made()).put("name", title));
        }
    }

    @Override
    public void summarized(String text, Instant at) throws IOException {
        Conversation conversation = handover.context().conversation();
        ObjectNode compaction = entry("compaction", at).put("summary", text);
        lines.line(compaction
                .put("firstKeptEntryId", id(entries + 1))
                .put("tokensBefore", conversation.tokens())
                .put("fromHook", true));
    }

    @Override
    public void said(Said said, Instant at) throws IOException {
        ArrayNode content = SessionLines.array().add(SessionLines.text("text", said.text()));
        if (said.origin() == Origin.PERSON) {
            message(SessionLines.object().put("role", "user").set("content", content), at);
            return;
        }
        ObjectNode entry = entry("custom_message", at).put("customType", "pith");
        entry.set("content", content);
        lines.line(entry.put("display", false));
    }

    @Override
    public void replied(Replied replied, Instant at) throws IOException {
        ObjectNode message = SessionLines.object().put("role", "assistant");
        ArrayNode content = message.putArray("content");
        if (!replied.text().isBlank()) {
            content.add(SessionLines.text("text", replied.text()));
        }
        for (Call call : replied.calls()) {
            ObjectNode block = SessionLines.object()
                    .put("type", "toolCall")
                    .put("id", ToolNames.accepted(call.id()))
                    .put("name", ToolNames.accepted(call.name()));
            block.set("arguments", ToolNames.object(call.input()));
            content.add(block);
        }
        message.put("api", "unknown").put("provider", "unknown").put("model", "unknown");
        message.set("usage", usage());
        message(message.put("stopReason", replied.calls().isEmpty() ? "stop" : "toolUse"), at);
        for (Call call : replied.calls()) {
            ObjectNode result = SessionLines.object()
                    .put("role", "toolResult")
                    .put("toolCallId", ToolNames.accepted(call.id()))
                    .put("toolName", ToolNames.accepted(call.name()));
            result.putArray("content").add(SessionLines.text("text", call.result()));
            message(result.put("isError", call.failed()), at);
        }
    }

    @Override
    public void end() {
        // The last line is the last entry.
    }

    private static ObjectNode usage() {
        ObjectNode usage = SessionLines.object();
        ObjectNode cost = SessionLines.object();
        for (String kind : new String[] {"input", "output", "cacheRead", "cacheWrite"}) {
            usage.put(kind, 0);
            cost.put(kind, 0);
        }
        usage.put("totalTokens", 0).set("cost", cost.put("total", 0));
        return usage;
    }

    private void message(ObjectNode message, Instant at) throws IOException {
        ObjectNode entry = entry("message", at);
        entry.set("message", message.put("timestamp", at.toEpochMilli()));
        lines.line(entry);
    }

    private ObjectNode entry(String type, Instant at) {
        String parent = entries == 0 ? null : id(entries);
        entries++;
        return entry(type, id(entries), parent, at);
    }

    private static ObjectNode entry(String type, String id, @Nullable String parent, Instant at) {
        return SessionLines.object()
                .put("type", type)
                .put("id", id)
                .put("parentId", parent)
                .put("timestamp", SessionLines.time(at));
    }

    /** Returns an entry's id: eight hexadecimal digits, as pi's own. */
    private static String id(int entry) {
        return String.format("%08x", entry);
    }
}
