package dev.pith.starter.importing.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts events of Copilot CLI to messages. */
final class CopilotMessages {

    private CopilotMessages() {}

    static NewMessage user(JsonNode event) {
        JsonNode data = event.path("data");
        List<Part> parts = new ArrayList<>(ContentBlocks.parts(data.path("content")));
        for (JsonNode file : data.path("attachments")) {
            String name = JsonFields.firstText(file, "displayName", "path");
            parts.add(new Part.Attachment(name == null ? "file" : name, JsonFields.text(file, "mimeType"), 0));
        }
        HarnessMarkup.Told told = JsonFields.text(data, "source", "user").equals("user")
                ? HarnessMarkup.told(parts)
                : new HarnessMarkup.Told(Origin.HARNESS, parts);
        return made(event, Role.USER, told.origin(), told.parts());
    }

    /** @param thought the model's reasoning, if the log has it in an event of its own */
    static NewMessage assistant(JsonNode event, @Nullable String thought) {
        JsonNode data = event.path("data");
        String reasoning = JsonFields.text(data, "reasoningText");
        reasoning = reasoning == null || reasoning.isBlank() ? thought : reasoning;
        List<Part> parts = new ArrayList<>();
        if (reasoning != null && !reasoning.isBlank()) {
            parts.add(new Part.Reasoning(reasoning));
        }
        parts.addAll(ContentBlocks.parts(data.path("content")));
        data.path("toolRequests").forEach(request -> parts.add(call(request, "name")));
        return made(event, Role.ASSISTANT, Origin.AGENT, parts);
    }

    static NewMessage call(JsonNode start) {
        return made(start, Role.ASSISTANT, Origin.AGENT, List.of(call(start.path("data"), "toolName")));
    }

    private static Part call(JsonNode call, String name) {
        return new Part.ToolCall(
                CopilotCalls.id(call),
                JsonFields.text(call, name, "unknown"),
                JsonFields.plain(call.path("arguments")));
    }

    static NewMessage result(JsonNode event) {
        JsonNode data = event.path("data");
        JsonNode result = data.path("result");
        JsonNode content = result.isObject() ? result.path("content") : result;
        content = content.isMissingNode() ? data.path("error").path("message") : content;
        List<Part> parts = new ArrayList<>();
        ContentBlocks.result(
                CopilotCalls.id(data), content, !data.path("success").asBoolean(true), parts);
        return made(event, Role.TOOL, Origin.HARNESS, parts);
    }

    /** Returns a text of the program, in the user's role. */
    static NewMessage told(JsonNode event, String field, Origin origin) {
        return made(
                event, Role.USER, origin, ContentBlocks.parts(event.path("data").path(field)));
    }

    private static NewMessage made(JsonNode event, Role role, Origin origin, List<Part> parts) {
        return new NewMessage(JsonFields.text(event, "id"), null, null, role, origin, parts, Timestamps.of(event));
    }
}
