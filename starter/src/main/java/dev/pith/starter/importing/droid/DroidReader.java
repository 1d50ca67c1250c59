package dev.pith.starter.importing.droid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.JsonRecords;
import java.io.IOException;

/** Reads a session of Droid, or the events that {@code droid exec} prints with {@code stream-json}. */
public final class DroidReader implements FormatReader {

    public static final String NAME = "droid";

    public static boolean recognizes(JsonNode record) {
        boolean header = JsonFields.text(record, "type", "").equals("session_start")
                && JsonFields.text(record, "id") != null
                && JsonFields.text(record, "title") != null;
        return header || DroidStream.recognizes(record);
    }

    @Override
    public void read(ImportRun run) throws IOException {
        DroidLog log = new DroidLog(run);
        DroidStream stream = new DroidStream(run);
        new JsonRecords(run).read((record, line) -> {
            if (DroidStream.isEvent(record)) {
                stream.record(record);
            } else {
                log.record(record);
            }
        });
        log.end();
        stream.end();
    }
}
