package dev.pith.starter.importing.kimi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import java.io.IOException;
import java.util.Set;

/** Reads {@code wire.jsonl} of Kimi Code: changes of an agent's context, one a line. */
public final class KimiReader implements FormatReader {

    public static final String NAME = "kimi";

    private static final Set<String> TYPES =
            Set.of("context.append_message", "context.append_loop_event", "turn.prompt", "config.update");

    public static boolean recognizes(JsonNode record) {
        String type = JsonFields.text(record, "type", "");
        return (TYPES.contains(type) && record.path("time").isNumber())
                || (type.equals("metadata") && record.has("protocol_version"));
    }

    @Override
    public void read(ImportRun run) throws IOException {
        KimiLog log = new KimiLog(run);
        new JsonRecords(run).read((record, line) -> log.record(record));
        log.end();
    }
}
