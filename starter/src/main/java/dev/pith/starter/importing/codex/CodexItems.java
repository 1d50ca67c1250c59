package dev.pith.starter.importing.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts the items of Codex's log to messages, for all versions. */
public final class CodexItems {

    private static final Pattern FAILED =
            Pattern.compile("(?:[Ee]xit code:?|exited with code|\"exit_code\":) ?(?!0\\b)-?\\d+");

    private final CodexMirrors mirrors;
    private final CodexQuestions questions = new CodexQuestions();

    public CodexItems(CodexMirrors mirrors) {
        this.mirrors = mirrors;
    }

    /** Converts an item to a message; null if it is none. */
    @Nullable
    public NewMessage message(JsonNode item, @Nullable Instant created) {
        String type = JsonFields.text(item, "type", item.has("role") ? "message" : "");
        String role = JsonFields.text(item, "role", "");
        return switch (type) {
            case "message" -> spoken(item, role, created);
            case "reasoning" -> reasoning(item, created);
            default ->
                type.endsWith("_output") || type.endsWith("_result")
                        ? result(item, type, created)
                        : type.endsWith("_call") ? call(item, type, created) : null;
        };
    }

    private @Nullable NewMessage spoken(JsonNode item, String role, @Nullable Instant created) {
        JsonNode content = item.has("content") ? item.path("content") : item.path("message");
        List<Part> parts = ContentBlocks.parts(content);
        return switch (role) {
            case "user" -> {
                HarnessMarkup.Told told = mirrors.told(content);
                yield made(item, Role.USER, told.origin(), told.parts(), created);
            }
            case "assistant" -> made(item, Role.ASSISTANT, Origin.AGENT, parts, created);
            case "developer" -> made(item, Role.DEVELOPER, Origin.HARNESS, parts, created);
            case "system" -> made(item, Role.SYSTEM, Origin.HARNESS, parts, created);
            case "tool" -> made(item, Role.TOOL, Origin.HARNESS, parts, created);
            default -> null;
        };
    }

    /** Reads the summary of a reasoning item; encrypted reasoning has no other readable text. */
    private static @Nullable NewMessage reasoning(JsonNode item, @Nullable Instant created) {
        List<Part> parts = new ArrayList<>();
        for (String field : new String[] {"summary", "content"}) {
            for (JsonNode block : item.path(field)) {
                String text = JsonFields.text(block, "text", "");
                if (!text.isBlank()) {
                    parts.add(new Part.Reasoning(text));
                }
            }
        }
        return parts.isEmpty() ? null : made(item, Role.ASSISTANT, Origin.AGENT, parts, created);
    }

    private NewMessage call(JsonNode item, String type, @Nullable Instant created) {
        String kind = type.substring(0, type.length() - "_call".length());
        String name = JsonFields.firstText(item, "name");
        name = name == null ? JsonFields.text(item.path("function"), "name", kind) : name;
        String input = "";
        for (String field : new String[] {"arguments", "input", "action", "revised_prompt"}) {
            input = input.isEmpty() ? JsonFields.plain(item.path(field)) : input;
        }
        questions.call(name, callId(item));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.ToolCall(callId(item), name, input));
        if (kind.equals("image_generation")) {
            parts.add(new Part.Attachment(
                    "generated image", null, JsonFields.text(item, "result", "").length() * 3L / 4));
        }
        return made(item, Role.ASSISTANT, Origin.AGENT, parts, created);
    }

    private NewMessage result(JsonNode item, String type, @Nullable Instant created) {
        JsonNode output = item.has("output") ? item.path("output") : item.path("result");
        if (type.equals("tool_search_output")) {
            output = item.path("tools");
        }
        boolean failed =
                output.path("success").isBoolean() && !output.path("success").booleanValue();
        JsonNode content = output.isObject() && output.has("content") ? output.path("content") : output;
        List<Part> parts = new ArrayList<>();
        if (type.equals("tool_search_output")) {
            parts.add(new Part.ToolResult(callId(item), JsonFields.plain(output), false));
        } else {
            ContentBlocks.result(callId(item), content, failed || exitedBadly(content), parts);
        }
        String answers = questions.answers(callId(item), content);
        if (!answers.isEmpty()) {
            parts.add(new Part.Text(answers));
        }
        return made(item, Role.TOOL, answers.isEmpty() ? Origin.HARNESS : Origin.PERSON, parts, created);
    }

    /**
     * Returns whether a command failed. The exit code is in the first lines of its output, or in a small JSON around
     * it.
     */
    private static boolean exitedBadly(JsonNode content) {
        if (!content.isTextual()) {
            return false;
        }
        String text = content.textValue();
        boolean wrapped = text.startsWith("{\"output\"");
        String where = wrapped
                ? text.substring(Math.max(0, text.length() - 200))
                : text.substring(0, Math.min(200, text.length()));
        int output = wrapped ? -1 : where.indexOf("Output:");
        return FAILED.matcher(output < 0 ? where : where.substring(0, output)).find();
    }

    private static String callId(JsonNode item) {
        String id = JsonFields.firstText(item, "call_id", "id");
        return id == null ? "" : id;
    }

    private static NewMessage made(
            JsonNode item, Role role, Origin origin, List<Part> parts, @Nullable Instant created) {
        return new NewMessage(JsonFields.text(item, "id"), null, null, role, origin, parts, created);
    }
}
