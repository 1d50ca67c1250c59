package dev.pith.starter.importing.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import java.io.IOException;
import java.util.Set;

/** Reads {@code events.jsonl} of Copilot CLI: events with an id, a time and {@code data}, one a line. */
public final class CopilotReader implements FormatReader {

    public static final String NAME = "copilot";

    private static final Set<String> TYPES =
            Set.of("session.start", "session.resume", "user.message", "assistant.message", "tool.execution_complete");

    public static boolean recognizes(JsonNode record) {
        return TYPES.contains(JsonFields.text(record, "type", ""))
                && record.path("data").isObject()
                && record.has("id")
                && record.has("timestamp");
    }

    @Override
    public void read(ImportRun run) throws IOException {
        CopilotLog log = new CopilotLog(run);
        new JsonRecords(run).read((record, line) -> log.record(record));
        log.end();
    }
}
