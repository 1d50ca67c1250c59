package dev.pith.starter.importing.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts a message of Gemini CLI. */
final class GeminiMessage {

    /** The states of a call that has no result yet. */
    private static final Set<String> RUNNING = Set.of("validating", "scheduled", "awaiting_approval", "executing");

    private GeminiMessage() {}

    /** Adds a message; one whose tools still run is unfinished. What is no message is counted. */
    static void add(ImportRun run, ConversationWriter writer, JsonNode message) {
        String type = JsonFields.text(message, "type", "without type");
        switch (type) {
            case "user" -> {
                HarnessMarkup.Told told = HarnessMarkup.told(parts(message));
                writer.message(made(message, Role.USER, told.origin(), told.parts()));
            }
            case "gemini", "model" ->
                writer.message(made(message, Role.ASSISTANT, Origin.AGENT, reply(message)), isFinished(message));
            default -> run.tally().ignored(type);
        }
    }

    private static boolean isFinished(JsonNode message) {
        for (JsonNode call : message.path("toolCalls")) {
            if (RUNNING.contains(JsonFields.text(call, "status", ""))) {
                return false;
            }
        }
        return true;
    }

    private static List<Part> parts(JsonNode message) {
        return ContentBlocks.parts(message.path("content"));
    }

    /** Returns the parts of a reply: thoughts, text, and calls with their results, in the same form as for opencode. */
    private static List<Part> reply(JsonNode message) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode thought : message.path("thoughts")) {
            String words = JsonFields.text(thought, "description", JsonFields.text(thought, "subject", ""));
            if (!words.isBlank()) {
                parts.add(new Part.Reasoning(words));
            }
        }
        parts.addAll(parts(message));
        for (JsonNode call : message.path("toolCalls")) {
            String id = JsonFields.text(call, "id", "");
            parts.add(new Part.ToolCall(
                    id, JsonFields.text(call, "name", "unknown"), JsonFields.plain(call.path("args"))));
            String result = result(call);
            if (result != null) {
                boolean failed = JsonFields.text(call, "status", "success").equals("error");
                parts.add(new Part.ToolResult(id, result, failed));
            }
        }
        return parts;
    }

    private static @Nullable String result(JsonNode call) {
        JsonNode response = call.path("result").path(0).path("functionResponse").path("response");
        String output = JsonFields.firstText(response, "output", "error");
        output = output == null ? JsonFields.firstText(call, "resultDisplay", "result") : output;
        return output == null && !response.isMissingNode() ? JsonFields.plain(response) : output;
    }

    private static NewMessage made(JsonNode message, Role role, Origin origin, List<Part> parts) {
        return new NewMessage(JsonFields.text(message, "id"), null, null, role, origin, parts, Timestamps.of(message));
    }
}
