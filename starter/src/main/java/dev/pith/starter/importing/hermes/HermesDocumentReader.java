package dev.pith.starter.importing.hermes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a session of Hermes as JSON: {@code {session_id, session_start, messages}}. */
public final class HermesDocumentReader implements FormatReader {

    public static final String NAME = HermesDatabase.NAME;

    private final JsonNode sketch;

    public HermesDocumentReader(JsonNode sketch) {
        this.sketch = sketch;
    }

    public static boolean recognizes(JsonNode sketch) {
        return sketch.path("session_id").isTextual()
                && sketch.path("session_start").isTextual()
                && sketch.path("messages").isArray();
    }

    @Override
    public void read(ImportRun run) throws IOException {
        HermesMessages messages = new HermesMessages();
        ConversationWriter writer = run.conversation(
                Draft.session(NAME, JsonFields.text(sketch, "session_id"), JsonFields.text(sketch, "title"), folder()));
        DocumentStream.eachIn(run, "messages", row -> {
            NewMessage message = messages.next(row);
            if (message == null) {
                run.tally().ignored(JsonFields.text(row, "role", "without role"));
            } else {
                writer.message(message);
            }
        });
        writer.end();
    }

    private @Nullable String folder() {
        String cwd = JsonFields.text(sketch, "cwd");
        return cwd == null ? JsonFields.text(sketch.path("model_config"), "cwd") : cwd;
    }
}
