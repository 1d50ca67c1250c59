package dev.pith.activities.context.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Origin;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session of Claude Code: lines that are linked by {@code parentUuid}. The summary is a compaction of its own form, a
 * boundary and a summary line, after which Claude Code reads on.
 */
final class ClaudeCodeWriter implements SessionWriter {

    /** The version of Claude Code whose lines these are like. */
    private static final String VERSION = "2.1.7";

    private final Handover handover;
    private final SessionLines lines;
    private @Nullable String last;

    ClaudeCodeWriter(Handover handover, Writer out) {
        this.handover = handover;
        this.lines = new SessionLines(out);
    }

    @Override
    public void begin() {
        // The first line is the first message.
    }

    @Override
    public void summarized(String text, Instant at) throws IOException {
        Conversation conversation = handover.context().conversation();
        ObjectNode boundary = line("system", at);
        boundary.put("subtype", "compact_boundary")
                .put("content", "Conversation compacted")
                .put("isMeta", false)
                .put("level", "info");
        boundary.putObject("compactMetadata").put("trigger", "manual").put("preTokens", conversation.tokens());
        lines.line(boundary);
        lines.line(user(TextNode.valueOf(text), at)
                .put("isVisibleInTranscriptOnly", true)
                .put("isCompactSummary", true));
    }

    @Override
    public void said(Said said, Instant at) throws IOException {
        ObjectNode line = user(TextNode.valueOf(said.text()), at);
        if (said.origin() == Origin.NATIVE_SUMMARY) {
            line.put("isVisibleInTranscriptOnly", true).put("isCompactSummary", true);
        } else if (said.origin() != Origin.PERSON) {
            line.put("isMeta", true);
        }
        lines.line(line);
    }

    @Override
    public void replied(Replied replied, Instant at) throws IOException {
        boolean calls = !replied.calls().isEmpty();
        ObjectNode line = line("assistant", at);
        ObjectNode message = line.putObject("message")
                .put("model", "unknown")
                .put("id", "msg_" + UUID.randomUUID().toString().replace("-", ""))
                .put("type", "message")
                .put("role", "assistant");
        message.set("content", AnthropicBlocks.reply(replied));
        message.put("stop_reason", calls ? "tool_use" : "end_turn").putNull("stop_sequence");
        message.putObject("usage")
                .put("input_tokens", 0)
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", 0)
                .put("output_tokens", 0);
        lines.line(line);
        if (calls) {
            ArrayNode results = AnthropicBlocks.results(replied);
            String source = last;
            lines.line(user(results, at).put("sourceToolAssistantUUID", source));
        }
    }

    @Override
    public void end() throws IOException {
        String title = handover.context().conversation().title();
        if (title != null) {
            lines.line(SessionLines.object()
                    .put("type", "custom-title")
                    .put("customTitle", title)
                    .put("sessionId", handover.session().toString()));
        }
    }

    private ObjectNode user(JsonNode content, Instant at) {
        ObjectNode line = line("user", at);
        line.putObject("message").put("role", "user").set("content", content);
        return line;
    }

    private ObjectNode line(String type, Instant at) {
        String branch = handover.context().conversation().branch();
        String uuid = UUID.randomUUID().toString();
        ObjectNode line = SessionLines.object()
                .put("parentUuid", last)
                .put("isSidechain", false)
                .put("userType", "external")
                .put("cwd", handover.directory())
                .put("sessionId", handover.session().toString())
                .put("version", VERSION)
                .put("gitBranch", branch == null ? "" : branch)
                .put("type", type)
                .put("uuid", uuid)
                .put("timestamp", SessionLines.time(at));
        last = uuid;
        return line;
    }
}
