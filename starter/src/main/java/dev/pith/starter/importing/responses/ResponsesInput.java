package dev.pith.starter.importing.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.codex.CodexItems;
import dev.pith.starter.importing.codex.CodexMirrors;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of a request to OpenAI's Responses API, item by item.
 *
 * @param item the item as it was sent
 * @param message the message that it is; null if it has no readable text, such as encrypted reasoning
 */
public record ResponsesInput(JsonNode item, @Nullable NewMessage message) {

    /**
     * Reads an input: a text, or an array of items.
     *
     * @throws IllegalArgumentException if it is neither, or holds what only its maker can read
     */
    public static List<ResponsesInput> read(JsonNode input) {
        if (input.isTextual() && !input.textValue().isBlank()) {
            List<Part> parts = List.of(new Part.Text(input.textValue()));
            return List.of(
                    new ResponsesInput(input, new NewMessage(null, null, null, Role.USER, Origin.PERSON, parts, null)));
        }
        if (!input.isArray() || input.isEmpty()) {
            throw new IllegalArgumentException("input is missing: it must be a text or an array of items");
        }
        CodexItems items = new CodexItems(CodexMirrors.none());
        List<ResponsesInput> read = new ArrayList<>();
        for (JsonNode item : input) {
            String at = "input[" + read.size() + "]";
            if (!item.isObject()) {
                throw new IllegalArgumentException(at + " is no object: each item must be one");
            }
            if (JsonFields.text(item, "type", "").startsWith("compaction")) {
                throw new IllegalArgumentException(at + " is a compaction of another server, whose content only that"
                        + " server can read: send the items that it stands for");
            }
            read.add(new ResponsesInput(item, message(items, item)));
        }
        return List.copyOf(read);
    }

    /** Drops the source's own id: the same item may come in the windows of several requests. */
    private static @Nullable NewMessage message(CodexItems items, JsonNode item) {
        NewMessage read = items.message(item, Timestamps.of(item));
        return read == null
                ? null
                : new NewMessage(null, null, null, read.role(), read.origin(), read.parts(), read.created());
    }
}
