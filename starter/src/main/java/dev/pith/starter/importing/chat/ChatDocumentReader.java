package dev.pith.starter.importing.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pith.starter.importing.reading.ChatShapes;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.SystemPrompt;
import java.io.IOException;

/**
 * Reads chats as one JSON document: an array of messages or pairs, an object that contains one, or an array of such
 * objects, each a conversation of its own.
 */
public final class ChatDocumentReader implements FormatReader {

    private final JsonNode sketch;

    public ChatDocumentReader(JsonNode sketch) {
        this.sketch = sketch;
    }

    @Override
    public void read(ImportRun run) throws IOException {
        DocumentStream.read(run, document -> {
            if (document.isObject()) {
                conversation(run, document, sketch, "", SystemPrompt.in(run.source()));
            } else if (ChatShapes.isElement(sketch.path(0))) {
                messages(run, document, Draft.unnamed(ChatShapes.source(sketch.path(0)), ""));
            } else {
                int[] number = {0};
                document.elements(() ->
                        conversation(run, document, sketch.path(0), "#" + ++number[0], MissingNode.getInstance()));
            }
        });
    }

    private static void messages(ImportRun run, DocumentStream document, Draft draft) throws IOException {
        ChatMessages chat = new ChatMessages(run, run.conversation(draft));
        try {
            elements(run, document, chat);
        } finally {
            chat.end();
        }
    }

    private static void conversation(
            ImportRun run, DocumentStream document, JsonNode like, String suffix, JsonNode system) throws IOException {
        if (!document.isObject()) {
            document.skip();
            run.tally().ignored("elements that are no messages");
            return;
        }
        String key = ChatShapes.messageKey(like);
        String source =
                key == null ? "dialogue" : ChatShapes.source(like.path(key).path(0));
        ConversationWriter writer = run.conversation(Draft.unnamed(source, suffix));
        ChatMessages chat = new ChatMessages(run, writer);
        try {
            chat.system(system);
            document.fields(name -> {
                if (system.isMissingNode() && SystemPrompt.isField(name)) {
                    chat.system(document.tree());
                } else if (name.equals(key) && document.isArray()) {
                    elements(run, document, chat);
                } else if (name.equals("title") || name.equals("name")) {
                    JsonNode title = document.tree();
                    writer.describe(title.isTextual() ? title.textValue() : null, null, null);
                } else {
                    document.skip();
                }
            });
        } finally {
            chat.end();
        }
    }

    private static void elements(ImportRun run, DocumentStream document, ChatMessages chat) throws IOException {
        document.elements(() -> {
            run.tally().record();
            chat.add(document.tree());
        });
    }
}
