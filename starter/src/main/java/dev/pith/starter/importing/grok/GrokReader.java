package dev.pith.starter.importing.grok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import java.io.IOException;

/** Reads {@code chat_history.jsonl} of Grok Build: what the model sees, one item a line, without times. */
public final class GrokReader implements FormatReader {

    public static final String NAME = "grok";

    public static boolean recognizes(JsonNode record) {
        JsonNode content = record.path("content");
        return switch (JsonFields.text(record, "type", "")) {
            case "user" ->
                content.isArray()
                        && (record.path("prompt_index").isNumber()
                                || record.path("synthetic_reason").isTextual());
            case "assistant" -> content.isTextual() && record.path("model_id").isTextual();
            default -> false;
        };
    }

    @Override
    public void read(ImportRun run) throws IOException {
        GrokLog log = new GrokLog(run);
        new JsonRecords(run).read((record, line) -> log.record(record));
        log.end();
    }
}
