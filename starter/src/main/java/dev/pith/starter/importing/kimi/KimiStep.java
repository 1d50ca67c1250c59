package dev.pith.starter.importing.kimi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reply of the model: its pieces, and the results of its calls, which are in the log before its end. */
final class KimiStep {

    private final @Nullable String id;
    private final @Nullable Instant created;
    private final List<Part> parts = new ArrayList<>();
    private final List<NewMessage> results = new ArrayList<>();

    /** @param record the record with its first event */
    KimiStep(JsonNode record) {
        JsonNode event = record.path("event");
        String step = JsonFields.text(event, "stepUuid");
        this.id = step == null ? JsonFields.text(event, "uuid") : step;
        this.created = Timestamps.of(record);
    }

    void content(JsonNode part) {
        if (JsonFields.text(part, "type", "").equals("think")) {
            String thought = JsonFields.text(part, "think", "");
            if (!thought.isBlank()) {
                parts.add(new Part.Reasoning(thought));
            }
        } else {
            parts.addAll(ContentBlocks.parts(part));
        }
    }

    void call(JsonNode call) {
        parts.add(new Part.ToolCall(
                JsonFields.text(call, "toolCallId", ""),
                JsonFields.text(call, "name", "unknown"),
                JsonFields.plain(call.path("args"))));
    }

    void result(JsonNode record) {
        results.add(resultOf(record));
    }

    static NewMessage resultOf(JsonNode record) {
        JsonNode event = record.path("event");
        JsonNode result = event.path("result");
        List<Part> parts = new ArrayList<>();
        ContentBlocks.result(
                JsonFields.text(event, "toolCallId"), result.path("output"), JsonFields.flag(result, "isError"), parts);
        return new NewMessage(null, null, null, Role.TOOL, Origin.HARNESS, parts, Timestamps.of(record));
    }

    /** Returns the reply; null if it holds nothing. */
    @Nullable
    NewMessage reply() {
        return parts.isEmpty() ? null : new NewMessage(id, null, null, Role.ASSISTANT, Origin.AGENT, parts, created);
    }

    List<NewMessage> results() {
        return results;
    }
}
