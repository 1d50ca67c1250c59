package dev.pith.starter.importing.hermes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.chat.SpokenMessages;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts the messages of one session, in order: OpenAI's form with marks of Hermes' own. They have no ids, since
 * Hermes writes a session anew, with other row ids, when a person edits it.
 */
final class HermesMessages {

    private static final Set<String> SPOKEN = Set.of("user", "assistant", "tool", "system");
    private static final List<String> FIELDS = List.of("role", "content", "reasoning", "tool_calls", "tool_call_id");

    private final SpokenMessages spoken = new SpokenMessages();
    private final HermesSummaries summaries = new HermesSummaries();

    /** Returns the next message; null if it is bookkeeping, or empty. */
    @Nullable
    NewMessage next(JsonNode row) {
        if (!SPOKEN.contains(JsonFields.text(row, "role", ""))) {
            return null;
        }
        ObjectNode element = JsonFields.MAPPER.createObjectNode();
        FIELDS.stream().filter(row::hasNonNull).forEach(field -> element.set(field, row.path(field)));
        // In a call's reply, both hold the same text.
        if (row.hasNonNull("reasoning_content")) {
            element.set("reasoning", row.path("reasoning_content"));
        }
        if (row.hasNonNull("tool_name")) {
            element.set("name", row.path("tool_name"));
        }
        NewMessage message = spoken.next(element, Timestamps.of(row));
        if (message.parts().isEmpty()) {
            return null;
        }
        if (message.role() == Role.TOOL && isFailed(row)) {
            return with(
                    message,
                    Origin.HARNESS,
                    message.parts().stream().map(HermesMessages::failed).toList());
        }
        return message.role() == Role.TOOL ? message : summaries.marked(message, row);
    }

    private static boolean isFailed(JsonNode row) {
        return JsonFields.text(row, "effect_disposition", "").equals("denied")
                || JsonFields.text(row, "finish_reason", "").equals("error");
    }

    private static Part failed(Part part) {
        return part instanceof Part.ToolResult result
                ? new Part.ToolResult(result.callId(), result.text(), true)
                : part;
    }

    static NewMessage with(NewMessage message, Origin origin, List<Part> parts) {
        return new NewMessage(null, null, null, message.role(), origin, parts, message.created());
    }
}
