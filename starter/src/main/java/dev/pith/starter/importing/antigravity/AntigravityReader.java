package dev.pith.starter.importing.antigravity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import java.io.IOException;
import java.util.Set;

/** Reads a transcript of Antigravity: numbered steps, one a line. */
public final class AntigravityReader implements FormatReader {

    public static final String NAME = "antigravity";

    private static final Set<String> SOURCES = Set.of("USER_EXPLICIT", "MODEL", "SYSTEM");

    public static boolean recognizes(JsonNode record) {
        return record.path("step_index").isNumber()
                && SOURCES.contains(JsonFields.text(record, "source", ""))
                && JsonFields.text(record, "type") != null
                && JsonFields.text(record, "status") != null;
    }

    @Override
    public void read(ImportRun run) throws IOException {
        if (Transcripts.isShortened(run.source().file())) {
            throw new IOException(
                    "it is the shortened copy of " + Transcripts.WHOLE + " in the same folder: import that file");
        }
        AntigravityLog log = new AntigravityLog(run);
        new JsonRecords(run).read((record, line) -> log.record(record));
        log.end();
    }
}
