package dev.pith.activities.context.export;

import com.fasterxml.jackson.core.JsonGenerator;
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

/**
 * A session as {@code opencode export} writes and {@code opencode import} reads it. The summary is a compaction of its
 * own form: a request to compact, answered by a reply that is marked as a summary.
 */
final class OpencodeWriter implements SessionWriter {

    /** The version of opencode whose export this is like. */
    private static final String VERSION = "1.2.24";

    private static final String UNKNOWN = "unknown";

    private final Handover handover;
    private final JsonGenerator json;
    private final OpencodeIds ids;
    private final String session;
    private String request = "";

    OpencodeWriter(Handover handover, Writer out) throws IOException {
        this.handover = handover;
        this.json = SessionLines.document(out);
        this.ids = new OpencodeIds(handover.made());
        this.session = OpencodeIds.session(handover);
    }

    @Override
    public void begin() throws IOException {
        Conversation conversation = handover.context().conversation();
        ObjectNode info = SessionLines.object()
                .put("id", session)
                .put("slug", "pith-" + conversation.id())
                .put("projectID", "global")
                .put("directory", handover.directory())
                .put("title", conversation.title() == null ? "Handed over by Pith" : conversation.title())
                .put("version", VERSION);
        info.putObject("time")
                .put("created", handover.made().toEpochMilli())
                .put("updated", handover.made().toEpochMilli());
        json.writeStartObject();
        json.writeFieldName("info");
        json.writeTree(info);
        json.writeArrayFieldStart("messages");
    }

    @Override
    public void summarized(String text, Instant at) throws IOException {
        ObjectNode asked = user(at);
        ArrayNode compaction = SessionLines.array()
                .add(part(asked, SessionLines.object().put("type", "compaction").put("auto", false)));
        write(asked, compaction);
        ObjectNode summary = assistant("compaction", "stop", at).put("summary", true);
        write(summary, SessionLines.array().add(part(summary, SessionLines.text("text", text))));
    }

    @Override
    public void said(Said said, Instant at) throws IOException {
        ObjectNode info = user(at);
        ObjectNode text = SessionLines.text("text", said.text());
        if (said.origin() != Origin.PERSON) {
            text.put("synthetic", true);
        }
        write(info, SessionLines.array().add(part(info, text)));
    }

    @Override
    public void replied(Replied replied, Instant at) throws IOException {
        String finish = replied.calls().isEmpty() ? "stop" : "tool-calls";
        ObjectNode info = assistant("build", finish, at);
        ArrayNode parts = SessionLines.array();
        parts.add(part(info, SessionLines.object().put("type", "step-start")));
        if (!replied.text().isBlank()) {
            parts.add(part(info, SessionLines.text("text", replied.text())));
        }
        for (Call call : replied.calls()) {
            ObjectNode tool = SessionLines.object()
                    .put("type", "tool")
                    .put("callID", ToolNames.accepted(call.id()))
                    .put("tool", ToolNames.accepted(call.name()));
            tool.set("state", state(call, at));
            parts.add(part(info, tool));
        }
        ObjectNode end = SessionLines.object()
                .put("type", "step-finish")
                .put("reason", finish)
                .put("cost", 0);
        end.set("tokens", tokens());
        parts.add(part(info, end));
        write(info, parts);
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private static ObjectNode state(Call call, Instant at) {
        ObjectNode state = SessionLines.object().put("status", call.failed() ? "error" : "completed");
        state.set("input", ToolNames.object(call.input()));
        if (call.failed()) {
            state.put("error", call.result());
        } else {
            state.put("output", call.result()).put("title", "").putObject("metadata");
        }
        state.putObject("time").put("start", at.toEpochMilli()).put("end", at.toEpochMilli());
        return state;
    }

    private ObjectNode user(Instant at) {
        request = ids.message();
        ObjectNode info = SessionLines.object().put("role", "user");
        info.putObject("time").put("created", at.toEpochMilli());
        info.put("agent", "build").putObject("model").put("providerID", UNKNOWN).put("modelID", UNKNOWN);
        return info.put("id", request).put("sessionID", session);
    }

    private ObjectNode assistant(String agent, String finish, Instant at) {
        ObjectNode info = SessionLines.object().put("role", "assistant");
        info.putObject("time").put("created", at.toEpochMilli()).put("completed", at.toEpochMilli());
        info.put("parentID", request)
                .put("modelID", UNKNOWN)
                .put("providerID", UNKNOWN)
                .put("mode", agent)
                .put("agent", agent)
                .putObject("path")
                .put("cwd", handover.directory())
                .put("root", handover.directory());
        info.put("cost", 0).set("tokens", tokens());
        return info.put("finish", finish).put("id", ids.message()).put("sessionID", session);
    }

    private static ObjectNode tokens() {
        ObjectNode tokens = SessionLines.object();
        tokens.put("input", 0).put("output", 0).put("reasoning", 0);
        tokens.putObject("cache").put("read", 0).put("write", 0);
        return tokens;
    }

    private ObjectNode part(ObjectNode message, ObjectNode part) {
        return part.put("id", ids.part())
                .put("sessionID", session)
                .put("messageID", message.path("id").textValue());
    }

    private void write(ObjectNode info, ArrayNode parts) throws IOException {
        ObjectNode message = SessionLines.object();
        message.set("info", info);
        message.set("parts", parts);
        json.writeTree(message);
    }
}
