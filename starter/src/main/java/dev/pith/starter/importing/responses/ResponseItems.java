package dev.pith.starter.importing.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.codex.CodexItems;
import dev.pith.starter.importing.codex.CodexMirrors;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;

/** Converts items of OpenAI's Responses API to messages; Codex writes the same items. */
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
            run.tally().ignored(JsonFields.text(item, "type", "item without type"));
        } else {
            writer.message(message);
        }
    }
}
