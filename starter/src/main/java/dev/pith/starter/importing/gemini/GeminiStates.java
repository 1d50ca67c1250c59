package dev.pith.starter.importing.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.LineReader;
import dev.pith.starter.importing.reading.LineRecords;
import dev.pith.starter.importing.reading.SourceFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of a log that count. Gemini CLI writes a message again each time it changes, e.g. when a tool has run;
 * only the last state counts. A first pass over the log finds it.
 */
final class GeminiStates {

    private static final Set<String> UNREAD = Set.of("content", "displayContent", "toolCalls", "thoughts", "tokens");

    private final Map<String, Long> last = new HashMap<>();
    private long records;

    private GeminiStates() {}

    static GeminiStates scan(SourceFile source) throws IOException {
        GeminiStates states = new GeminiStates();
        LineRecords records = new LineRecords(UNREAD);
        try (LineReader lines = new LineReader(source.open())) {
            while (lines.next()) {
                if (lines.length() > 0 && !lines.tooLong()) {
                    records.in(lines).records().forEach(states::record);
                }
            }
        }
        return states;
    }

    private void record(JsonNode record) {
        records++;
        String id = JsonFields.text(record, "id");
        if (id != null) {
            last.put(id, records);
        }
    }

    /** Returns the record with a message's last state, counted from 1; null for a message that is not in the log. */
    @Nullable
    Long lastOf(String id) {
        return last.get(id);
    }
}
