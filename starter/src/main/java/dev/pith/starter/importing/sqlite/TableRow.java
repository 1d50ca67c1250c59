package dev.pith.starter.importing.sqlite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.JsonFields;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one row as texts by column. Versions of a program differ in which columns they have. */
public final class TableRow {

    private TableRow() {}

    /**
     * Returns the row with this key; null if there is none.
     *
     * @param key the column of the key
     * @param wanted the columns to read; those that the table lacks are left out
     */
    public static @Nullable ObjectNode read(
            SqliteDatabase database, String table, String key, String value, Collection<String> wanted)
            throws SQLException {
        Set<String> columns = database.columns(table);
        List<String> present = wanted.stream().filter(columns::contains).toList();
        if (present.isEmpty() || !columns.contains(key)) {
            return null;
        }
        try (PreparedStatement query = database.prepare(
                "SELECT " + String.join(", ", present) + " FROM " + table + " WHERE " + key + " = ?")) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                ObjectNode read = JsonFields.MAPPER.createObjectNode();
                for (String column : present) {
                    read.put(column, row.getString(column));
                }
                return read;
            }
        }
    }
}
