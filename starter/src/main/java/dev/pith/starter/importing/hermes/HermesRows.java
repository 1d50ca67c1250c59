package dev.pith.starter.importing.hermes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rows of a session's messages. A compaction within a session copies the messages that it keeps into new rows, with
 * the same content and time: of these, the first row is read. Others that are switched off were taken back.
 */
final class HermesRows {

    /** The column that tells whether a row was taken back. */
    static final String DEAD = "dead";

    /** The beginning of a content that is JSON: no text has a NUL. */
    private static final String STRUCTURED = "\0json:";

    private static final String[] TEXTS = {"content", "tool_calls", "reasoning", "reasoning_content"};

    private static final List<String> MARKS = List.of(
            "tool_call_id", "tool_name", "finish_reason", "effect_disposition", "display_kind", "_compressed_summary");

    private static final String TWIN = """
            EXISTS (SELECT 1 FROM messages t WHERE t.session_id = m.session_id AND t.timestamp = m.timestamp
            AND t.role = m.role AND t.content IS m.content AND t.tool_call_id IS m.tool_call_id
            AND t.tool_calls IS m.tool_calls AND t.id""";

    private HermesRows() {}

    /** Returns the query for the messages of one session, which is its parameter. */
    static String query(SqliteDatabase database) throws SQLException {
        Set<String> columns = database.columns("messages");
        List<String> texts = new ArrayList<>(List.of(TEXTS));
        texts.retainAll(columns);
        List<String> marks = new ArrayList<>(MARKS);
        marks.retainAll(columns);
        String live = !columns.contains("active")
                ? "1"
                : columns.contains("compacted") ? "(%1$s.active = 1 OR %1$s.compacted = 1)" : "%1$s.active = 1";
        String dead = "NOT " + live.formatted("m") + " AND NOT " + TWIN + " > m.id AND " + live.formatted("t") + ")";
        return "SELECT m.id, role, timestamp, " + RowJson.columns(texts.toArray(String[]::new)) + ", "
                + String.join(", ", marks) + ", " + dead + " AS " + DEAD
                + " FROM messages m WHERE m.session_id = ? AND NOT " + TWIN + " < m.id) ORDER BY m.id";
    }

    /** Returns a row in the form of Hermes' JSON. */
    static ObjectNode read(ResultSet row) throws SQLException {
        ObjectNode message = JsonFields.MAPPER.createObjectNode();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnLabel(i);
            String text = row.getString(i);
            switch (column) {
                case "id", "bytes", DEAD -> {}
                case "timestamp" -> message.put(column, row.getDouble(i));
                case "tool_calls" -> message.set(column, RowJson.of(row, text));
                case "content" -> {
                    if (text != null && text.startsWith(STRUCTURED)) {
                        message.set(column, RowJson.of(row, text.substring(STRUCTURED.length())));
                    } else {
                        message.put(column, text);
                    }
                }
                default -> message.put(column, text);
            }
        }
        return message;
    }
}
