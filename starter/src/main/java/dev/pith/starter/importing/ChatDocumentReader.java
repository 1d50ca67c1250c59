package dev.pith.starter.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Reads chats as one JSON document: an array of messages or pairs, an object that holds one, or an array of such
 * objects, each a conversation of its own.
 */
final class ChatDocumentReader implements FormatReader {

    private final JsonNode sketch;

    ChatDocumentReader(JsonNode sketch) {
        this.sketch = sketch;
    }

    @Override
    public void read(ImportRun run) throws IOException {
        DocumentStream.read(run, document -> {
            if (document.isObject()) {
                conversation(run, document, sketch, "");
            } else if (ChatShapes.isElement(sketch.path(0))) {
                messages(run, document, Draft.unnamed(ChatShapes.source(sketch.path(0)), ""));
            } else {
                int[] number = {0};
                document.elements(() -> conversation(run, document, sketch.path(0), "#" + ++number[0]));
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

    private static void conversation(ImportRun run, DocumentStream document, JsonNode like, String suffix)
            throws IOException {
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
            document.fields(name -> {
                if (name.equals(key) && document.isArray()) {
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
