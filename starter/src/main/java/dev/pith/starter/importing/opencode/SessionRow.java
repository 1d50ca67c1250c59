package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import dev.pith.starter.importing.sqlite.TableRow;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the row of a session into the session's JSON. */
final class SessionRow {

    /** The fields of the JSON, by column. */
    private static final Map<String, String> FIELDS = Map.of(
            "id", "id",
            "parent_id", "parentID",
            "fork_session_id", "forkID",
            "title", "title",
            "directory", "directory",
            "revert", "revert");

    private SessionRow() {}

    /** Returns the session's description; null if the table has no such session. */
    static @Nullable ObjectNode read(SqliteDatabase database, String table, String id) throws SQLException {
        ObjectNode row = TableRow.read(database, table, "id", id, FIELDS.keySet());
        if (row == null) {
            return null;
        }
        ObjectNode info = row.objectNode();
        row.fieldNames().forEachRemaining(column -> info.set(FIELDS.getOrDefault(column, column), row.path(column)));
        String revert = JsonFields.text(row, "revert");
        if (revert != null) {
            info.set("revert", RowJson.parse(revert));
        }
        return info;
    }
}
