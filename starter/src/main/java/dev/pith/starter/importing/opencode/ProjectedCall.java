package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts a tool's call of opencode 2, with its result, and files into the parts of opencode 1. */
final class ProjectedCall {

    private ProjectedCall() {}

    static ObjectNode of(JsonNode call) {
        JsonNode given = call.path("state");
        String status = JsonFields.text(given, "status", "");
        ObjectNode state =
                JsonFields.MAPPER.createObjectNode().put("status", status.equals("streaming") ? "pending" : status);
        state.set("input", given.path("input"));
        ArrayNode attachments = state.putArray("attachments");
        List<String> texts = new ArrayList<>();
        for (JsonNode content : given.path("content")) {
            if (content.has("text")) {
                texts.add(JsonFields.text(content, "text", ""));
            } else {
                attachments.add(file(content));
            }
        }
        JsonNode output = given.has("output") ? given.path("output") : given.path("result");
        state.put("output", texts.isEmpty() ? JsonFields.plain(output) : String.join("\n", texts));
        JsonNode error = given.path("error");
        if (!error.isMissingNode()) {
            state.set("error", error.has("message") ? error.path("message") : error);
        }
        return part(JsonFields.text(call, "id"), JsonFields.text(call, "name", "unknown"), state);
    }

    static ObjectNode part(@Nullable String id, String name, JsonNode state) {
        ObjectNode part = JsonFields.MAPPER
                .createObjectNode()
                .put("type", "tool")
                .put("callID", id)
                .put("tool", name);
        part.set("state", state);
        return part;
    }

    static ObjectNode file(JsonNode file) {
        ObjectNode part = JsonFields.MAPPER.createObjectNode().put("type", "file");
        part.set("url", file.path("uri"));
        part.set("mime", file.path("mime"));
        String name = JsonFields.firstText(file, "name", "filename");
        return name == null ? part : part.put("filename", name);
    }
}
