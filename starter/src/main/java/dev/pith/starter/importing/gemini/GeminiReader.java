package dev.pith.starter.importing.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a session of Gemini CLI: one JSON document with {@code sessionId} and typed {@code messages}. */
public final class GeminiReader implements FormatReader {

    public static final String NAME = "gemini";

    private static final Set<String> KINDS = Set.of("user", "gemini", "info", "warning", "error");

    private final JsonNode sketch;

    public GeminiReader(JsonNode sketch) {
        this.sketch = sketch;
    }

    public static boolean recognizes(JsonNode sketch) {
        JsonNode first = sketch.path("messages").path(0);
        return sketch.has("sessionId") && KINDS.contains(JsonFields.text(first, "type", "")) && first.has("content");
    }

    @Override
    public void read(ImportRun run) throws IOException {
        Draft draft =
                Draft.session(NAME, JsonFields.text(sketch, "sessionId"), JsonFields.text(sketch, "summary"), null);
        ConversationWriter writer = run.conversation(draft);
        DocumentStream.read(
                run,
                document -> document.fields(name -> {
                    if (name.equals("messages") && document.isArray()) {
                        document.elements(() -> {
                            run.tally().record();
                            message(run, writer, document.tree());
                        });
                    } else {
                        document.skip();
                    }
                }));
        writer.end();
    }

    private static void message(ImportRun run, ConversationWriter writer, JsonNode message) {
        String type = JsonFields.text(message, "type", "without type");
        switch (type) {
            case "user" -> {
                HarnessMarkup.Told told = HarnessMarkup.told(parts(message));
                writer.message(made(message, Role.USER, told.origin(), told.parts()));
            }
            case "gemini", "model" -> writer.message(made(message, Role.ASSISTANT, Origin.AGENT, reply(message)));
            default -> run.tally().ignored(type);
        }
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
