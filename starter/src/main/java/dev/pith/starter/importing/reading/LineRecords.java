package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JSON objects of a line: several may be glued together, one may be torn off by a crash with whole ones behind
 * it, and a byte may be no UTF-8. Remembers what the records of a file begin with, which tells a record from an object
 * inside a torn one. Not thread-safe.
 */
public final class LineRecords {

    /** How many times the length of its line is read at most in search of a record behind a torn one. */
    private static final int MOST_READING = 16;

    /** What looking at a place takes, in bytes read. */
    private static final int ATTEMPT = 32;

    private static final int MOST_KEYS = 100;

    /** What records have that no block of a message has. */
    private static final Set<String> MARKS = Set.of("sessionId", "timestamp", "uuid");

    private final Set<String> unread;
    private final Set<String> firstKeys = new HashSet<>();

    /** @param unread fields that nobody reads, which may be large */
    public LineRecords(Set<String> unread) {
        this.unread = unread;
    }

    /**
     * What a line holds.
     *
     * @param lost something before a whole record, or a value that is no object, cannot be read
     * @param cut what comes after the last whole record cannot be read
     * @param repaired bytes that are no UTF-8 were replaced
     * @param lenient characters that JSON wants escaped were taken as they stand
     */
    public record Found(List<JsonNode> records, boolean lost, boolean cut, boolean repaired, boolean lenient) {

        private boolean whole() {
            return !lost && !cut;
        }
    }

    public Found in(LineReader line) throws IOException {
        Found strict = parse(line, JsonFields.FACTORY, false);
        if (strict.whole()) {
            return strict;
        }
        boolean repaired = line.repair();
        Found found = repaired ? parse(line, JsonFields.FACTORY, true) : strict;
        Found lenient = found.whole() ? found : parse(line, JsonFields.LENIENT, repaired);
        return lenient.whole() ? lenient : found;
    }

    private Found parse(LineReader line, JsonFactory factory, boolean repaired) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        boolean lost = false;
        int at = line.from();
        while (true) {
            int end = records(line, factory, at, records);
            if (end == line.to()) {
                return new Found(records, lost, false, repaired, factory == JsonFields.LENIENT);
            }
            at = nextRecord(line, end + 1);
            if (at < 0) {
                return new Found(records, lost, true, repaired, factory == JsonFields.LENIENT);
            }
            lost = true;
        }
    }

    /** Adds the whole objects from a place on; answers where the first thing that cannot be read begins. */
    private int records(LineReader line, JsonFactory factory, int from, List<JsonNode> records) throws IOException {
        int good = from;
        try (JsonParser parser = factory.createParser(line.bytes(), from, line.to() - from)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    return good;
                }
                records.add(record(parser));
                good = from + (int) parser.currentLocation().getByteOffset();
            }
            return line.to();
        } catch (JsonProcessingException e) {
            return good;
        }
    }

    private JsonNode record(JsonParser parser) throws IOException {
        ObjectNode record = JsonFields.MAPPER.createObjectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (record.isEmpty() && firstKeys.size() < MOST_KEYS) {
                firstKeys.add(name);
            }
            parser.nextToken();
            if (unread.contains(name)) {
                parser.skipChildren();
            } else {
                record.set(name, JsonFields.MAPPER.readTree(parser));
            }
        }
        return record;
    }

    /** Where the next whole record begins behind a torn one; -1 where there is none. */
    private int nextRecord(LineReader line, int from) throws IOException {
        byte[] bytes = line.bytes();
        long reading = (long) MOST_READING * line.length() + ATTEMPT;
        for (int at = from; at < line.to() - 1 && reading > 0; at++) {
            if (bytes[at] == '{' && (bytes[at + 1] == '"' || bytes[at + 1] == ' ')) {
                int end = endOfRecord(line, at);
                if (end > 0) {
                    return at;
                }
                reading -= ATTEMPT - end;
            }
        }
        return -1;
    }

    /** Where the record that begins at a place ends; where none does, minus the bytes that were read to know it. */
    private int endOfRecord(LineReader line, int at) throws IOException {
        try (JsonParser parser = JsonFields.FACTORY.createParser(line.bytes(), at, line.to() - at)) {
            try {
                parser.nextToken();
                String key = parser.nextFieldName();
                if (key == null || (!firstKeys.isEmpty() && !firstKeys.contains(key))) {
                    return 0;
                }
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    parser.skipChildren();
                }
                int end = at + (int) parser.currentLocation().getByteOffset();
                return followedByRecord(line, end) && looksLikeRecord(line, at, end) ? end : at - end;
            } catch (JsonProcessingException e) {
                return -(int) parser.currentLocation().getByteOffset();
            }
        }
    }

    /** An object inside a torn record is followed by a comma or a bracket. */
    private static boolean followedByRecord(LineReader line, int end) {
        int at = end;
        while (at < line.to() && line.bytes()[at] >= 0 && line.bytes()[at] <= ' ') {
            at++;
        }
        return at >= line.to() || line.bytes()[at] == '{';
    }

    private static boolean looksLikeRecord(LineReader line, int at, int end) throws IOException {
        JsonNode record = JsonFields.MAPPER.readTree(line.bytes(), at, end - at);
        return RecordShapes.formatOf(record) != null || MARKS.stream().anyMatch(record::has);
    }

    /** The first record that a line holds whole, as far as it tells a format; null where it holds none. */
    public static @Nullable JsonNode first(LineReader line) throws IOException {
        List<JsonNode> records = new LineRecords(Set.of()).in(line).records();
        return records.isEmpty() ? null : records.get(0);
    }
}
