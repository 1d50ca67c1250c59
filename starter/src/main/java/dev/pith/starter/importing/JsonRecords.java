package dev.pith.starter.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of a file of JSON lines, in order; several glued on one line are several records. */
final class JsonRecords {

    /** Takes the records. */
    interface Handler {
        void record(JsonNode record, long line) throws IOException;
    }

    private final ImportRun run;
    private final Set<String> unread;

    JsonRecords(ImportRun run) {
        this(run, Set.of());
    }

    /** @param unread fields that nobody reads, which may be large */
    JsonRecords(ImportRun run, Set<String> unread) {
        this.run = run;
        this.unread = unread;
    }

    /** The whole objects of a line; what is damaged is left out. */
    static List<JsonNode> parse(LineReader line) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try (JsonParser parser = Json.FACTORY.createParser(line.bytes(), line.from(), line.length())) {
            for (JsonNode record = next(parser, Set.of());
                    record != null && record.isObject();
                    record = next(parser, Set.of())) {
                records.add(record);
            }
        } catch (JsonProcessingException e) {
            return records;
        }
        return records;
    }

    /** How many whole JSON objects a line holds; 0 where it holds anything else. */
    static int countWhole(LineReader line) throws IOException {
        int count = 0;
        try (JsonParser parser = Json.FACTORY.createParser(line.bytes(), line.from(), line.length())) {
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

    void read(Handler handler) throws IOException {
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
        if (!records(line, handler)) {
            damaged(line);
        }
    }

    /** False where the line holds something that is no JSON object; what stands before it has been handled. */
    private boolean records(LineReader line, Handler handler) throws IOException {
        try (JsonParser parser = Json.FACTORY.createParser(line.bytes(), line.from(), line.length())) {
            for (JsonNode record = next(parser, unread); record != null; record = next(parser, unread)) {
                run.tally().record();
                if (!record.isObject()) {
                    return false;
                }
                handler.record(record, line.number());
            }
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static @Nullable JsonNode next(JsonParser parser, Set<String> unread) throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            return first == null ? null : Json.MAPPER.readTree(parser);
        }
        ObjectNode record = Json.MAPPER.createObjectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (unread.contains(name)) {
                parser.skipChildren();
            } else {
                record.set(name, Json.MAPPER.readTree(parser));
            }
        }
        return record;
    }

    private void damaged(LineReader line) {
        if (line.complete() || run.finalRead()) {
            run.tally().damaged(line.number());
        } else {
            run.tally().note("line " + line.number() + " is incomplete and waits for the next import");
        }
    }
}
