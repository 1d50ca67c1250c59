package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SessionRows;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The sessions of a database. Each is read row by row, its messages in order. Not thread-safe. */
final class OpencodeSessions implements SessionRows {

    private final SqliteDatabase database;
    private final OpencodeSchema schema;
    private final ImportRun run;
    private final RowJson json;

    OpencodeSessions(SqliteDatabase database, RowJson json, ImportRun run) throws SQLException {
        this.database = database;
        this.schema = OpencodeSchema.of(database);
        this.run = run;
        this.json = json;
    }

    @Override
    public List<String> ids() throws SQLException {
        String all = schema.sessionTables().entrySet().stream()
                .map(table -> "SELECT id, "
                        + (table.getValue().contains("time_created") ? "time_created" : "0 AS time_created") + " FROM "
                        + table.getKey())
                .collect(Collectors.joining(" UNION ALL "));
        return database.texts("SELECT id FROM (" + all + ") GROUP BY id ORDER BY min(time_created), id");
    }

    @Override
    public void read(String id) throws SQLException {
        for (String table : schema.sessionTables().keySet()) {
            ObjectNode info = SessionRow.read(database, table, id);
            if (info != null) {
                read(id, info, table.equals(OpencodeSchema.SECOND));
                return;
            }
        }
    }

    private void read(String id, JsonNode info, boolean second) throws SQLException {
        ConversationWriter writer = run.conversation(OpencodeMessage.draft(info));
        OpencodeMessage messages = new OpencodeMessage(run, writer, info);
        try {
            new OpencodeRows(database, schema, json, run).read(id, second, messages);
        } catch (SQLException e) {
            // What a revert took back cannot be told from what is lost.
            writer.end();
            throw e;
        }
        messages.end();
    }
}
