package dev.pith.starter.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;

/** Items of OpenAI's Responses as messages: Codex writes the same items. */
final class ResponseItems {

    private final ImportRun run;
    private final ConversationWriter writer;
    private final CodexItems items = new CodexItems(CodexMirrors.none());

    ResponseItems(ImportRun run, ConversationWriter writer) {
        this.run = run;
        this.writer = writer;
    }

    void add(JsonNode item) {
        run.tally().record();
        NewMessage message = items.message(item, Timestamps.of(item));
        if (message == null) {
            run.tally().ignored(Json.text(item, "type", "item without type"));
        } else {
            writer.message(message);
        }
    }
}
