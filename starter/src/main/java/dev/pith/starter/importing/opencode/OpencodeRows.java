package dev.pith.starter.importing.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of one session. opencode 2 copies a session of opencode 1 into its own tables and goes on there; the
 * messages that were copied are read from the original rows, which is the form in which they may be stored already.
 */
final class OpencodeRows {

    private final SqliteDatabase database;
    private final OpencodeSchema schema;
    private final RowJson json;
    private final ImportRun run;

    OpencodeRows(SqliteDatabase database, OpencodeSchema schema, RowJson json, ImportRun run) {
        this.database = database;
        this.schema = schema;
        this.json = json;
        this.run = run;
    }

    /** @param second whether opencode 2 knows the session */
    void read(String session, boolean second, OpencodeMessage messages) throws SQLException {
        boolean projected = schema.projected() && any("session_message", session);
        boolean original = schema.original() && any("message", session);
        CopiedMessage copied = !original
                ? CopiedMessage.NONE
                : !second || !projected ? CopiedMessage.ALL : CopiedMessage.of(database, session);
        if (original) {
            original(session, copied, messages);
        }
        if (projected) {
            projected(session, copied, messages);
        }
    }

    private boolean any(String table, String session) throws SQLException {
        try (PreparedStatement query = database.prepare("SELECT 1 FROM " + table + " WHERE session_id = ? LIMIT 1")) {
            query.setString(1, session);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Reads messages of opencode 1 up to the last copied one: opencode 2 went on from it, and took back the rest. */
    private void original(String session, CopiedMessage copied, OpencodeMessage messages) throws SQLException {
        try (PreparedStatement query = database.prepare("SELECT id, " + RowJson.columns("data") + """
                 FROM message WHERE session_id = ? AND (time_created < ? OR (time_created = ? AND id <= ?))
                ORDER BY time_created, id""");
                PreparedStatement parts = database.prepare(
                        "SELECT id, " + RowJson.columns("data") + " FROM part WHERE message_id = ? ORDER BY id")) {
            query.setString(1, session);
            query.setLong(2, copied.created());
            query.setLong(3, copied.created());
            query.setString(4, copied.id());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ObjectNode info = json.object(rows);
                    if (info != null) {
                        messages.add(info, parts(parts, rows.getString("id")));
                    }
                }
            }
        }
    }

    private List<JsonNode> parts(PreparedStatement query, String message) throws SQLException {
        query.setString(1, message);
        List<JsonNode> parts = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ObjectNode part = json.object(rows);
                if (part != null) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    /** Reads messages of opencode 2 after the last copied one. */
    private void projected(String session, CopiedMessage copied, OpencodeMessage messages) throws SQLException {
        try (PreparedStatement query = database.prepare("SELECT id, type, time_created, " + RowJson.columns("data")
                + " FROM session_message WHERE " + CopiedMessage.AFTER + " ORDER BY seq")) {
            copied.bind(query, session);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ObjectNode data = json.object(rows);
                    if (data != null) {
                        OpencodeProjected.add(
                                rows.getString("type"), data, rows.getLong("time_created"), messages, run.tally());
                    }
                }
            }
        }
    }
}
