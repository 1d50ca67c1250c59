package dev.pith.activities.context.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.context.Entry.Call;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.ToolNames;

/** A reply and the results of its calls as content blocks of Anthropic's messages. */
final class AnthropicBlocks {

    private AnthropicBlocks() {}

    /** Returns the text, if any, and the calls. */
    static ArrayNode reply(Replied replied) {
        ArrayNode blocks = SessionLines.array();
        if (!replied.text().isBlank()) {
            blocks.add(SessionLines.text("text", replied.text()));
        }
        for (Call call : replied.calls()) {
            ObjectNode use = SessionLines.object()
                    .put("type", "tool_use")
                    .put("id", ToolNames.accepted(call.id()))
                    .put("name", ToolNames.accepted(call.name()));
            use.set("input", ToolNames.object(call.input()));
            blocks.add(use);
        }
        return blocks;
    }

    /** Returns the results, in the order of the calls. */
    static ArrayNode results(Replied replied) {
        ArrayNode blocks = SessionLines.array();
        for (Call call : replied.calls()) {
            ObjectNode result = SessionLines.object()
                    .put("tool_use_id", ToolNames.accepted(call.id()))
                    .put("type", "tool_result")
                    .put("content", call.result());
            blocks.add(call.failed() ? result.put("is_error", true) : result);
        }
        return blocks;
    }
}
