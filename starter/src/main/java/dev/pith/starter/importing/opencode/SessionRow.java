package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the row of a session into the session's JSON. Versions differ in which columns they have. */
final class SessionRow {

    /** The fields of the JSON, by column. */
    private static final Map<String, String> FIELDS = Map.of(
            "parent_id", "parentID",
            "fork_session_id", "forkID",
            "title", "title",
            "directory", "directory",
            "revert", "revert");

    private SessionRow() {}

    /** Returns the session's description; null if the table has no such session. */
    static @Nullable ObjectNode read(SqliteDatabase database, String table, Set<String> columns, String id)
            throws SQLException {
        List<String> present =
                FIELDS.keySet().stream().filter(columns::contains).toList();
        String list = present.stream().map(column -> ", " + column).collect(Collectors.joining());
        try (PreparedStatement query = database.prepare("SELECT id" + list + " FROM " + table + " WHERE id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                ObjectNode info = RowJson.object().put("id", id);
                for (String column : present) {
                    String value = row.getString(column);
                    String field = FIELDS.getOrDefault(column, column);
                    info.set(
                            field,
                            column.equals("revert") && value != null ? RowJson.parse(value) : info.textNode(value));
                }
                return info;
            }
        }
    }
}
