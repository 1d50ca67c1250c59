package dev.pith.activities.context;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.context.Entry.Call;
import dev.pith.activities.context.Entry.Instructed;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.context.Entry.Summarized;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * A context in Anthropic's messages format: the conversation's own system messages are the system text, summaries are
 * user messages, roles alternate starting with the user, and the results of a reply's calls start the next user
 * message.
 */
final class AnthropicContext implements EntryArray {

    private static final String OPENING = "[The conversation goes on.]";

    private final ContextReading context;
    private String role = "";
    private ArrayNode blocks = ToolNames.JSON.createArrayNode();

    AnthropicContext(ContextReading context) {
        this.context = context;
    }

    @Override
    public void begin(JsonGenerator json) throws IOException {
        if (!context.system().isEmpty()) {
            json.writeStringField(
                    "system", context.system().stream().map(Instructed::text).collect(Collectors.joining("\n\n")));
        }
        json.writeArrayFieldStart("messages");
    }

    @Override
    public void end(JsonGenerator json) throws IOException {
        close(json);
    }

    @Override
    public void write(Entry entry, JsonGenerator json) throws IOException {
        if (entry instanceof Summarized summarized) {
            in("user", json).add(text(SummaryFrame.of(summarized.summary())));
        } else if (entry instanceof Said said) {
            in("user", json).add(text(said.text()));
        } else if (entry instanceof Replied replied) {
            if (role.isEmpty()) {
                in("user", json).add(text(OPENING));
            }
            ArrayNode reply = in("assistant", json);
            if (!replied.text().isBlank()) {
                reply.add(text(replied.text().stripTrailing()));
            }
            for (Call call : replied.calls()) {
                reply.add(toolUse(call));
            }
            for (Call call : replied.calls()) {
                in("user", json).add(toolResult(call));
            }
        }
    }

    /** Returns the blocks of the current message of this role; starts a message if the previous role differs. */
    private ArrayNode in(String wanted, JsonGenerator json) throws IOException {
        if (!role.equals(wanted)) {
            close(json);
            role = wanted;
        }
        return blocks;
    }

    private void close(JsonGenerator json) throws IOException {
        if (!blocks.isEmpty()) {
            ObjectNode message = ToolNames.JSON.createObjectNode();
            message.put("role", role);
            message.set("content", blocks);
            json.writeTree(message);
            blocks = ToolNames.JSON.createArrayNode();
        }
    }

    private static ObjectNode text(String text) {
        return ToolNames.JSON.createObjectNode().put("type", "text").put("text", text);
    }

    private static ObjectNode toolUse(Call call) {
        ObjectNode block = ToolNames.JSON
                .createObjectNode()
                .put("type", "tool_use")
                .put("id", ToolNames.accepted(call.id()))
                .put("name", ToolNames.accepted(call.name()));
        block.set("input", ToolNames.object(call.input()));
        return block;
    }

    private static ObjectNode toolResult(Call call) {
        ObjectNode block = ToolNames.JSON
                .createObjectNode()
                .put("type", "tool_result")
                .put("tool_use_id", ToolNames.accepted(call.id()))
                .put("content", call.result());
        return call.failed() ? block.put("is_error", true) : block;
    }
}
