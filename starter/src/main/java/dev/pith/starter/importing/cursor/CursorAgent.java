package dev.pith.starter.importing.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.SourceFile;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a session in its database.
 *
 * @param id the session's id, which its transcript has, too
 */
record CursorAgent(String id, JsonNode record) {

    /** The name of sessions that have none yet. */
    private static final String UNNAMED = "New Agent";

    /** Reads the record, which is JSON or its bytes in hexadecimal digits; null if there is none. */
    static @Nullable CursorAgent of(SqliteDatabase database) throws SQLException {
        List<String> values = database.texts("SELECT value FROM meta WHERE key = '0'");
        JsonNode record = RowJson.parse(values.isEmpty() ? null : decoded(values.get(0)));
        String id = JsonFields.text(record, "agentId", "");
        return id.isBlank() ? null : new CursorAgent(id, record);
    }

    private static @Nullable String decoded(@Nullable String value) {
        if (value == null || value.isEmpty() || value.charAt(0) == '{') {
            return value;
        }
        try {
            return new String(HexFormat.of().parseHex(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Returns the conversation; its title is in a file beside the database, or in the record. */
    Draft draft(SourceFile source) {
        Path folder = source.file().toAbsolutePath().getParent();
        String beside =
                folder == null ? null : JsonFields.text(JsonFields.beside(folder.resolve("meta.json")), "title");
        String title = beside == null ? JsonFields.text(record, "name") : beside;
        String project = JsonFields.text(record, "workspacePath");
        return Draft.session(CursorReader.NAME, id, UNNAMED.equals(title) ? null : title, project);
    }
}
