package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detects lines that no conversation needs, without building a tree of them. Half the bytes of a coding session are
 * progress reports and snapshots of files.
 */
public final class BulkLines {

    /** The type is within this many bytes in all known versions; otherwise the line is parsed like any other. */
    private static final int NEAR = 1024;

    private static final Set<String> KINDS = Set.of("progress", "file-history-snapshot");
    private static final Needle PROGRESS = new Needle("\"type\":\"progress\"");
    private static final Needle SNAPSHOT = new Needle("\"type\":\"file-history-snapshot\"");
    private static final Needle SUBAGENT = new Needle("\"type\":\"agent_progress\"");

    private BulkLines() {}

    /** Returns the kind of a bulk line; null if the line must be read. */
    public static @Nullable String kind(LineReader line) throws IOException {
        if (!line.contains(PROGRESS, NEAR) && !line.contains(SNAPSHOT, NEAR)) {
            return null;
        }
        String type = topLevelType(line);
        if (type == null || !KINDS.contains(type)) {
            return null;
        }
        return type.equals("progress") && line.contains(SUBAGENT) ? "subagent progress" : type;
    }

    private static @Nullable String topLevelType(LineReader line) throws IOException {
        try (JsonParser parser = JsonFields.FACTORY.createParser(line.bytes(), line.from(), line.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            String type = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean named = parser.currentName().equals("type");
                JsonToken value = parser.nextToken();
                if (named && value == JsonToken.VALUE_STRING) {
                    type = parser.getText();
                }
                parser.skipChildren();
            }
            // Further data after a bulk object must be read.
            return parser.nextToken() == null ? type : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
