package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import java.io.IOException;

/** Reads the output of {@code opencode export}: {@code {info, messages: [{info, parts}]}}. */
public final class OpencodeExportReader implements FormatReader {

    private final JsonNode sketch;

    public OpencodeExportReader(JsonNode sketch) {
        this.sketch = sketch;
    }

    public static boolean recognizes(JsonNode sketch) {
        JsonNode first = sketch.path("messages").path(0);
        return sketch.path("info").isObject()
                && first.path("info").isObject()
                && first.path("parts").isArray();
    }

    @Override
    public void read(ImportRun run) throws IOException {
        ConversationWriter writer = run.conversation(OpencodeMessage.draft(sketch.path("info")));
        OpencodeMessage messages = new OpencodeMessage(run, writer, sketch.path("info"));
        DocumentStream.eachIn(run, "messages", message -> messages.add(message.path("info"), message.path("parts")));
        messages.end();
    }
}
