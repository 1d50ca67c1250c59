package dev.pith.activities.context;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pith.activities.context.Entry.Call;
import dev.pith.activities.context.Entry.Instructed;
import dev.pith.activities.context.Entry.Replied;
import dev.pith.activities.context.Entry.Said;
import dev.pith.activities.context.Entry.Summarized;
import java.io.IOException;

/** A context in OpenAI's chat completions format. Every tool message directly follows the call that it answers. */
final class OpenAiContext implements EntryArray {

    @Override
    public void begin(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("messages");
    }

    @Override
    public void write(Entry entry, JsonGenerator json) throws IOException {
        if (entry instanceof Instructed instructed) {
            message(json, "system", instructed.text());
        } else if (entry instanceof Summarized summarized) {
            message(json, "user", SummaryFrame.of(summarized.summary()));
        } else if (entry instanceof Said said) {
            message(json, "user", said.text());
        } else if (entry instanceof Replied replied) {
            reply(json, replied);
        }
    }

    private static void message(JsonGenerator json, String role, String content) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeStringField("content", content);
        json.writeEndObject();
    }

    private static void reply(JsonGenerator json, Replied replied) throws IOException {
        if (replied.calls().isEmpty()) {
            message(json, "assistant", replied.text());
            return;
        }
        json.writeStartObject();
        json.writeStringField("role", "assistant");
        if (replied.text().isBlank()) {
            json.writeNullField("content");
        } else {
            json.writeStringField("content", replied.text());
        }
        json.writeArrayFieldStart("tool_calls");
        for (Call call : replied.calls()) {
            json.writeStartObject();
            json.writeStringField("id", ToolNames.acceptedId(call.id()));
            json.writeStringField("type", "function");
            json.writeObjectFieldStart("function");
            json.writeStringField("name", ToolNames.accepted(call.name()));
            json.writeStringField("arguments", ToolNames.object(call.input()).toString());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        for (Call call : replied.calls()) {
            json.writeStartObject();
            json.writeStringField("role", "tool");
            json.writeStringField("tool_call_id", ToolNames.acceptedId(call.id()));
            json.writeStringField("content", call.result());
            json.writeEndObject();
        }
    }
}
