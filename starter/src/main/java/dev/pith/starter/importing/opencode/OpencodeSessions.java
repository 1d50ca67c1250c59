package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sessions of a database. Each is read row by row, its messages in order. Not thread-safe. */
final class OpencodeSessions {

    private final SqliteDatabase database;
    private final OpencodeSchema schema;
    private final ImportRun run;
    private final RowJson json;

    OpencodeSessions(SqliteDatabase database, ImportRun run) throws SQLException {
        this.database = database;
        this.schema = OpencodeSchema.of(database);
        this.run = run;
        this.json = new RowJson(run);
    }

    /** Returns the ids of all sessions, oldest first. */
    List<String> ids() throws SQLException {
        String all = schema.sessionTables().entrySet().stream()
                .map(table -> "SELECT id, "
                        + (table.getValue().contains("time_created") ? "time_created" : "0 AS time_created") + " FROM "
                        + table.getKey())
                .collect(Collectors.joining(" UNION ALL "));
        List<String> ids = new ArrayList<>();
        try (PreparedStatement query =
                        database.prepare("SELECT id FROM (" + all + ") GROUP BY id ORDER BY min(time_created), id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** Reads one session. A session that was deleted meanwhile is left out. */
    void read(String id) throws SQLException {
        database.refresh();
        for (Map.Entry<String, Set<String>> table : schema.sessionTables().entrySet()) {
            ObjectNode info = SessionRow.read(database, table.getKey(), table.getValue(), id);
            if (info != null) {
                read(id, info, table.getKey().equals(OpencodeSchema.SECOND));
                return;
            }
        }
    }

    private void read(String id, JsonNode info, boolean second) throws SQLException {
        ConversationWriter writer = run.conversation(OpencodeMessage.draft(info));
        OpencodeMessage messages = new OpencodeMessage(run, writer, info);
        try {
            new OpencodeRows(database, schema, json, run).read(id, second, messages);
        } finally {
            messages.end();
        }
    }

    /** Notes what could not be read. */
    void end() {
        json.end();
    }
}
