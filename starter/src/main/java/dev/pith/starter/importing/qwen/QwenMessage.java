package dev.pith.starter.importing.qwen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Converts a record of Qwen Code to a message. */
final class QwenMessage {

    /** What hooks add to a prompt. */
    private static final String ADDED = "<qwen:";

    private static final Set<String> PROMPTS = Set.of("", "mid_turn_user_message", "agent_launch_prompt");

    private QwenMessage() {}

    /** @param parts the parts of all records that share the record's id */
    static NewMessage of(JsonNode record, List<Part> parts) {
        return switch (JsonFields.text(record, "type", "")) {
            case "assistant" -> made(record, Role.ASSISTANT, Origin.AGENT, parts);
            case "tool_result" -> made(record, Role.TOOL, Origin.HARNESS, parts);
            default -> user(record, parts);
        };
    }

    private static NewMessage user(JsonNode record, List<Part> parts) {
        if (!PROMPTS.contains(JsonFields.text(record, "subtype", ""))) {
            return made(record, Role.USER, Origin.HARNESS, parts);
        }
        List<Part> said = new ArrayList<>();
        List<Part> added = new ArrayList<>();
        for (Part part : parts) {
            boolean hook = part instanceof Part.Text && part.text().startsWith(ADDED);
            (hook ? added : said).add(hook ? new Part.Notice(part.text()) : part);
        }
        HarnessMarkup.Told told = HarnessMarkup.told(said);
        List<Part> all = new ArrayList<>(told.parts());
        all.addAll(added);
        return made(record, Role.USER, told.origin(), all);
    }

    /** Returns the summary in a {@code chat_compression}: the first message of the history that goes on from it. */
    static NewMessage summary(JsonNode record) {
        JsonNode first = record.path("systemPayload").path("compressedHistory").path(0);
        return made(record, Role.USER, Origin.NATIVE_SUMMARY, QwenParts.of(first.path("parts"), false));
    }

    private static NewMessage made(JsonNode record, Role role, Origin origin, List<Part> parts) {
        String parent = origin == Origin.PERSON ? JsonFields.text(record, "parentUuid") : null;
        return new NewMessage(
                JsonFields.text(record, "uuid"), parent, null, role, origin, parts, Timestamps.of(record));
    }
}
