package dev.pith.starter.importing.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.ChatShapes;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import dev.pith.starter.importing.reading.SystemPrompt;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads chats as JSON lines: a message or a pair on each line, or a whole conversation on each. */
public final class ChatLinesReader implements FormatReader {

    @Override
    public void read(ImportRun run) throws IOException {
        Lines lines = new Lines(run);
        new JsonRecords(run).read((record, line) -> lines.record(record));
        lines.end();
    }

    private static final class Lines {
        private final ImportRun run;
        private @Nullable ChatMessages loose;
        private int conversations;

        Lines(ImportRun run) {
            this.run = run;
        }

        void record(JsonNode record) {
            String key = ChatShapes.messageKey(record);
            if (key != null) {
                conversation(record, record.path(key));
            } else if (ChatShapes.isElement(record)) {
                loose(record).add(record);
            } else {
                run.tally().ignored("records that are no messages");
            }
        }

        private void conversation(JsonNode record, JsonNode messages) {
            conversations++;
            ConversationWriter writer =
                    run.conversation(Draft.unnamed(ChatShapes.source(messages.path(0)), "#" + conversations));
            writer.describe(JsonFields.firstText(record, "title", "name"), null, null);
            ChatMessages chat = new ChatMessages(run, writer);
            chat.system(SystemPrompt.of(record));
            messages.forEach(chat::add);
            chat.end();
        }

        private ChatMessages loose(JsonNode first) {
            if (loose == null) {
                loose = new ChatMessages(run, run.conversation(Draft.unnamed(ChatShapes.source(first), "")));
            }
            return loose;
        }

        void end() {
            if (loose != null) {
                loose.end();
            }
        }
    }
}
