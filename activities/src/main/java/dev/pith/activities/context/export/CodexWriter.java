package dev.pith.activities.context.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.context.Entry.Call;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.context.ToolNames;
import dev.pith.activities.conversation.Origin;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/**
 * A rollout of Codex. The summary is a compaction whose replacement history is the summary alone. What a person said is
 * repeated as an event: Codex lists and shows a session by its events.
 */
final class CodexWriter implements SessionWriter {

    /** The version of Codex whose lines these are like. */
    private static final String VERSION = "0.142.4";

    private final Handover handover;
    private final SessionLines lines;

    CodexWriter(Handover handover, Writer out) {
        this.handover = handover;
        this.lines = new SessionLines(out);
    }

    @Override
    public void begin() throws IOException {
        String id = handover.session().toString();
        String branch = handover.context().conversation().branch();
        ObjectNode meta = SessionLines.object()
                .put("session_id", id)
                .put("id", id)
                .put("timestamp", SessionLines.time(handover.made()))
                .put("cwd", handover.directory())
                .put("originator", "pith")
                .put("cli_version", VERSION)
                .put("source", "cli")
                .put("thread_source", "user")
                // Codex refuses to resume a session without a provider.
                .put("model_provider", "openai");
        if (branch != null) {
            meta.putObject("git").put("branch", branch);
        }
        line("session_meta", meta, handover.made());
    }

    @Override
    public void summarized(String text, Instant at) throws IOException {
        ObjectNode compacted = SessionLines.object().put("message", text);
        compacted.putArray("replacement_history").add(message("user", "input_text", text));
        line("compacted", compacted, at);
        line("event_msg", SessionLines.object().put("type", "context_compacted"), at);
    }

    @Override
    public void said(Said said, Instant at) throws IOException {
        line("response_item", message("user", "input_text", said.text()), at);
        if (said.origin() == Origin.PERSON) {
            ObjectNode event = SessionLines.object().put("type", "user_message").put("message", said.text());
            event.putArray("images");
            event.putArray("local_images");
            event.putArray("text_elements");
            line("event_msg", event, at);
        }
    }

    @Override
    public void replied(Replied replied, Instant at) throws IOException {
        if (!replied.text().isBlank()) {
            line("event_msg", SessionLines.object().put("type", "agent_message").put("message", replied.text()), at);
            line("response_item", message("assistant", "output_text", replied.text()), at);
        }
        for (Call call : replied.calls()) {
            ObjectNode item = SessionLines.object()
                    .put("type", "function_call")
                    .put("name", ToolNames.accepted(call.name()))
                    .put("arguments", ToolNames.json(call.input()))
                    .put("call_id", ToolNames.accepted(call.id()));
            line("response_item", item, at);
        }
        for (Call call : replied.calls()) {
            ObjectNode item = SessionLines.object()
                    .put("type", "function_call_output")
                    .put("call_id", ToolNames.accepted(call.id()))
                    .put("output", call.result());
            line("response_item", item, at);
        }
    }

    @Override
    public void end() {
        // The last line is the last item.
    }

    private static ObjectNode message(String role, String type, String text) {
        ArrayNode content = SessionLines.array().add(SessionLines.text(type, text));
        return SessionLines.object().put("type", "message").put("role", role).set("content", content);
    }

    private void line(String type, ObjectNode payload, Instant at) throws IOException {
        ObjectNode line =
                SessionLines.object().put("timestamp", SessionLines.time(at)).put("type", type);
        line.set("payload", payload);
        lines.line(line);
    }
}
