package dev.pith.starter.importing.qwen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import java.io.IOException;
import java.util.Set;

/** Reads a chat of Qwen Code: records in a tree, one a line, with Gemini's {@code parts} in their messages. */
public final class QwenReader implements FormatReader {

    public static final String NAME = "qwen";

    private static final Set<String> TYPES = Set.of("user", "assistant", "tool_result");

    public static boolean recognizes(JsonNode record) {
        return TYPES.contains(JsonFields.text(record, "type", ""))
                && record.has("uuid")
                && record.has("sessionId")
                && record.path("message").path("parts").isArray();
    }

    @Override
    public void read(ImportRun run) throws IOException {
        QwenLog log = new QwenLog(run);
        new JsonRecords(run).read((record, line) -> log.record(record));
        log.end();
    }
}
