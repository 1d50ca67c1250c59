package dev.pith.starter.importing.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.chat.ChatMessages;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.SystemPrompt;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Reads items of OpenAI's Responses API: a request ({@code input}, a text or items, with {@code instructions}), a
 * response ({@code output}), both in one object, a page of items ({@code data}), or the bare array of items.
 */
public final class ResponsesReader implements FormatReader {

    public static final String NAME = "responses";

    private static final List<String> ITEMS = List.of("input", "output", "data", "items");

    private static final Set<String> KINDS = Set.of(
            "message",
            "function_call",
            "function_call_output",
            "reasoning",
            "custom_tool_call",
            "custom_tool_call_output");

    public static boolean recognizes(JsonNode sketch) {
        if (sketch.isArray()) {
            return isItem(sketch.path(0)) && sketch.path(0).has("type");
        }
        boolean request = sketch.has("model") && sketch.path("input").isTextual();
        return request
                || ITEMS.stream().anyMatch(field -> isItem(sketch.path(field).path(0)));
    }

    private static boolean isItem(JsonNode item) {
        String type = JsonFields.text(item, "type", item.has("role") ? "message" : "");
        boolean shaped = !type.equals("message") || item.has("content");
        return KINDS.contains(type)
                && shaped
                && !item.has("payload")
                && !item.path("message").isObject();
    }

    @Override
    public void read(ImportRun run) throws IOException {
        JsonNode system = SystemPrompt.in(run.source());
        ConversationWriter writer = run.conversation(Draft.unnamed(NAME, ""));
        ResponseItems items = new ResponseItems(run, writer);
        new ChatMessages(run, writer).system(system);
        DocumentStream.read(run, document -> {
            if (document.isArray()) {
                document.elements(() -> items.add(document.tree()));
                return;
            }
            document.fields(name -> {
                if (!ITEMS.contains(name)) {
                    document.skip();
                } else if (document.isArray()) {
                    document.elements(() -> items.add(document.tree()));
                } else {
                    said(document.tree(), writer);
                }
            });
        });
        writer.end();
    }

    private static void said(JsonNode input, ConversationWriter writer) {
        if (input.isTextual()) {
            List<Part> parts = List.of(new Part.Text(input.textValue()));
            writer.message(new NewMessage(null, null, null, Role.USER, Origin.PERSON, parts, null));
        }
    }
}
