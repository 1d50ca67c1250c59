package dev.pith.starter.importing.droid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts the messages of a session. */
final class DroidMessages {

    /** Values of {@code visibility} of what the program wrote: for the model only, or for the screen only. */
    private static final Set<String> PUT = Set.of("llm_only", "user_only");

    private DroidMessages() {}

    /** Returns the message; null if it holds nothing, as the report of a hook. */
    static @Nullable NewMessage of(JsonNode record) {
        JsonNode message = record.path("message");
        List<Part> parts = ContentBlocks.parts(message.path("content"));
        if (parts.isEmpty()) {
            return null;
        }
        return switch (JsonFields.text(message, "role", "")) {
            case "assistant" -> made(record, Role.ASSISTANT, Origin.AGENT, parts);
            case "user" -> {
                HarnessMarkup.Told told =
                        isPut(message) ? new HarnessMarkup.Told(Origin.HARNESS, parts) : HarnessMarkup.told(parts);
                yield made(record, Role.USER, told.origin(), told.parts());
            }
            default -> null;
        };
    }

    private static boolean isPut(JsonNode message) {
        return message.has("hookEventName")
                || PUT.contains(JsonFields.text(message, "visibility", ""))
                || JsonFields.text(message, "userMessageSource", "").equals("automation");
    }

    static NewMessage made(JsonNode record, Role role, Origin origin, List<Part> parts) {
        return new NewMessage(JsonFields.text(record, "id"), null, null, role, origin, parts, Timestamps.of(record));
    }
}
