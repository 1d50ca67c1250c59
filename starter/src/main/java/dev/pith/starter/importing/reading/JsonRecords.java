package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;

/** Reads the objects of a JSON lines file, in order. A line may hold several records, see {@link LineRecords}. */
public final class JsonRecords {

    /** Receives the records. */
    public interface Handler {
        void record(JsonNode record, long line) throws IOException;
    }

    private final ImportRun run;
    private final LineRecords lineRecords;

    public JsonRecords(ImportRun run) {
        this(run, Set.of());
    }

    /** @param unread fields that are skipped, since they may be large */
    public JsonRecords(ImportRun run, Set<String> unread) {
        this.run = run;
        this.lineRecords = new LineRecords(unread);
    }

    /** Returns the number of whole JSON objects in a line; 0 if it contains anything else. */
    public static int countWhole(LineReader line) throws IOException {
        int count = 0;
        try (JsonParser parser = JsonFields.FACTORY.createParser(line.bytes(), line.from(), line.length())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    return 0;
                }
                parser.skipChildren();
                count++;
            }
            return count;
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    public void read(Handler handler) throws IOException {
        try (LineReader lines = new LineReader(run.source().open())) {
            while (lines.next()) {
                line(lines, handler);
            }
        }
    }

    private void line(LineReader line, Handler handler) throws IOException {
        if (line.tooLong()) {
            run.tally().record();
            run.tally().damaged(line.number());
            run.tally()
                    .note("line " + line.number() + " is longer than " + (LineReader.LONGEST_LINE >> 20)
                            + " MB and is skipped; up to 128 MB are read where Java has eight times as much memory");
            return;
        }
        if (line.length() == 0) {
            return;
        }
        String bulk = BulkLines.kind(line);
        if (bulk != null) {
            run.tally().record();
            run.tally().ignored(bulk);
            return;
        }
        LineRecords.Found found = lineRecords.in(line);
        for (JsonNode record : found.records()) {
            run.tally().record();
            handler.record(record, line.number());
        }
        if (found.repaired()) {
            run.tally().repaired(line.number());
        }
        if (found.lenient()) {
            run.tally().unescaped(line.number());
        }
        if (found.lost()) {
            run.tally().damaged(line.number());
        } else if (found.cut()) {
            cut(line);
        }
    }

    /** Handles a truncated line. An incomplete last line is not damage. */
    private void cut(LineReader line) {
        if (line.complete() || run.finalRead()) {
            run.tally().damaged(line.number());
        } else if (run.source().breakage() == null) {
            run.tally().note("line " + line.number() + " is incomplete and waits for the next import");
        }
    }
}
