package dev.pith.starter.importing.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import java.io.IOException;
import java.util.Set;

/** Reads a session of Gemini CLI: one JSON document, as before 0.40, with {@code sessionId} and typed {@code messages}. */
public final class GeminiReader implements FormatReader {

    public static final String NAME = "gemini";

    private static final Set<String> KINDS = Set.of("user", "gemini", "info", "warning", "error");

    private final JsonNode sketch;

    public GeminiReader(JsonNode sketch) {
        this.sketch = sketch;
    }

    public static boolean recognizes(JsonNode sketch) {
        JsonNode first = sketch.path("messages").path(0);
        return sketch.has("sessionId") && KINDS.contains(JsonFields.text(first, "type", "")) && first.has("content");
    }

    @Override
    public void read(ImportRun run) throws IOException {
        Draft draft =
                Draft.session(NAME, JsonFields.text(sketch, "sessionId"), JsonFields.text(sketch, "summary"), null);
        ConversationWriter writer = run.conversation(draft);
        DocumentStream.eachIn(run, "messages", message -> GeminiMessage.add(run, writer, message));
        writer.end();
    }
}
