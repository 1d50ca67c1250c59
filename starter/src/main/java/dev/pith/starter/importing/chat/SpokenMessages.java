package dev.pith.starter.importing.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.CallPairs;
import dev.pith.starter.importing.reading.ChatShapes;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Speakers;
import dev.pith.starter.importing.reading.UniqueIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts the elements of one chat that name a speaker, in the order of the chat: results without ids are matched with
 * the calls before them. Not thread-safe.
 */
public final class SpokenMessages {

    private final UniqueIds ids = new UniqueIds();
    private final CallPairs pairs = new CallPairs();

    /** Converts the next element, for which {@link ChatShapes#isMessage} holds. */
    public NewMessage next(JsonNode element, @Nullable Instant created) {
        String speaker = ChatShapes.speaker(element);
        Role role = Speakers.role(speaker == null ? "" : speaker);
        JsonNode content = ChatShapes.content(element);
        List<Part> parts = new ArrayList<>();
        if (role == Role.TOOL) {
            String call = pairs.result(JsonFields.text(element, "tool_call_id"), JsonFields.text(element, "name"));
            ContentBlocks.result(call, content == null ? element.path("content") : content, false, parts);
        } else {
            reasoning(element, parts);
            Part written = content != null && Speakers.isCall(speaker) ? writtenCall(content) : null;
            parts.addAll(
                    written != null ? List.of(written) : content == null ? List.of() : ContentBlocks.parts(content));
            calls(element, parts);
        }
        if (role == Role.USER && speaker != null && !Speakers.isUser(speaker)) {
            name(speaker, parts);
        }
        HarnessMarkup.Told told = told(role, parts);
        return new NewMessage(uid(element), null, null, role, told.origin(), told.parts(), created);
    }

    private static HarnessMarkup.Told told(Role role, List<Part> parts) {
        return switch (role) {
            case USER -> parts.isEmpty() ? new HarnessMarkup.Told(Origin.PERSON, parts) : HarnessMarkup.told(parts);
            case ASSISTANT -> new HarnessMarkup.Told(Origin.AGENT, parts);
            case SYSTEM, DEVELOPER, TOOL -> new HarnessMarkup.Told(Origin.HARNESS, parts);
        };
    }

    private static void reasoning(JsonNode element, List<Part> parts) {
        String reasoning = JsonFields.firstText(element, "reasoning_content", "reasoning");
        if (reasoning != null && !reasoning.isEmpty()) {
            parts.add(new Part.Reasoning(reasoning));
        }
    }

    private void calls(JsonNode element, List<Part> parts) {
        element.path("tool_calls").forEach(call -> parts.add(call(JsonFields.text(call, "id"), call.path("function"))));
        if (element.path("function_call").isObject()) {
            parts.add(call(null, element.path("function_call")));
        }
    }

    private Part call(@Nullable String id, JsonNode function) {
        String name = JsonFields.text(function, "name", "unknown");
        return new Part.ToolCall(pairs.call(id, name), name, JsonFields.plain(function.path("arguments")));
    }

    /** Reads a call that is JSON text under a speaker of its own. */
    private @Nullable Part writtenCall(JsonNode content) {
        try {
            JsonNode function = JsonFields.MAPPER.readTree(JsonFields.plain(content));
            return JsonFields.text(function, "name") == null ? null : call(null, function);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Puts a speaker's name before the first text, for chats of several people. */
    public static void name(String speaker, List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Text text) {
                parts.set(i, new Part.Text(speaker + ": " + text.text()));
                return;
            }
        }
    }

    private @Nullable String uid(JsonNode element) {
        String id = JsonFields.firstText(element, "id", "uuid");
        return id == null ? null : ids.next(id);
    }
}
