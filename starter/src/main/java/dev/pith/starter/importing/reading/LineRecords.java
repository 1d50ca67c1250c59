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
 * Finds the JSON objects of a line. Several may be on one line, a crash may have truncated one before whole ones, and
 * bytes may be invalid UTF-8. The first fields of earlier records distinguish a record from an object inside a
 * truncated one. Not thread-safe.
 */
public final class LineRecords {

    /** The limit on the search for a record after a truncated one, as a multiple of the line's length. */
    private static final int MOST_READING = 16;

    /** The cost of one attempt at a position, in bytes read. */
    private static final int ATTEMPT = 32;

    private static final int MOST_KEYS = 100;

    /** Fields that records have and blocks of a message do not. */
    private static final Set<String> MARKS = Set.of("sessionId", "timestamp", "uuid");

    private final Set<String> unread;
    private final Set<String> firstKeys = new HashSet<>();

    /** @param unread fields that are skipped, since they may be large */
    public LineRecords(Set<String> unread) {
        this.unread = unread;
    }

    /**
     * The content of a line.
     *
     * @param lost something before a whole record, or a value that is not an object, cannot be read
     * @param cut the data after the last whole record cannot be read
     * @param repaired invalid UTF-8 was replaced
     * @param lenient characters that JSON requires to be escaped were accepted literally
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
                return new Found(records, lost, false, repaired, factory.equals(JsonFields.LENIENT));
            }
            at = nextRecord(line, end + 1);
            if (at < 0) {
                return new Found(records, lost, true, repaired, factory.equals(JsonFields.LENIENT));
            }
            lost = true;
        }
    }

    /** Adds the whole objects from a position on; returns the position of the first unreadable data. */
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

    /** Returns the position of the next whole record after a truncated one; -1 if there is none. */
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

    /** Returns the end of the record at a position; if there is none, the negative number of bytes read to find out. */
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

    /** Returns whether a record follows; after an object inside a truncated record, a comma or a bracket does. */
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

    /** Returns the first whole record of a line, parsed as far as the format requires; null if there is none. */
    public static @Nullable JsonNode first(LineReader line) throws IOException {
        List<JsonNode> records = new LineRecords(Set.of()).in(line).records();
        return records.isEmpty() ? null : records.get(0);
    }
}
