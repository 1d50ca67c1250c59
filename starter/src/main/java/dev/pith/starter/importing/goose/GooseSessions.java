package dev.pith.starter.importing.goose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SessionRows;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import dev.pith.starter.importing.sqlite.TableRow;
import java.sql.SQLException;
import java.util.List;

/** The sessions of a database, those of subagents included. Not thread-safe. */
final class GooseSessions implements SessionRows {

    private static final List<String> COLUMNS =
            List.of("name", "description", "session_type", "working_dir", "parent_session_id");

    private final SqliteDatabase database;
    private final RowJson json;
    private final ImportRun run;

    GooseSessions(SqliteDatabase database, RowJson json, ImportRun run) {
        this.database = database;
        this.json = json;
        this.run = run;
    }

    @Override
    public List<String> ids() throws SQLException {
        return database.texts("SELECT id FROM sessions ORDER BY created_at, id");
    }

    @Override
    public void read(String id) throws SQLException {
        ObjectNode session = TableRow.read(database, "sessions", "id", id, COLUMNS);
        if (session == null) {
            return;
        }
        ConversationWriter writer = run.conversation(draft(id, session));
        GooseMessages messages = new GooseMessages(run, writer);
        String metadata = database.columns("messages").contains("metadata_json") ? "metadata_json" : "NULL";
        try {
            json.each(
                    database,
                    "SELECT id, role, created_timestamp, " + metadata
                            + " AS metadata, " + RowJson.columns("content_json")
                            + " FROM messages WHERE session_id = ? ORDER BY created_timestamp, id",
                    id,
                    row -> messages.add(GooseRow.of(row)));
            messages.end();
        } finally {
            writer.end();
        }
    }

    private static Draft draft(String id, ObjectNode session) {
        String name = JsonFields.text(session, "name", "");
        String title = name.isBlank() ? JsonFields.text(session, "description", "") : name;
        Draft draft = Draft.session(
                GooseDatabase.NAME, id, title.isBlank() ? null : title, JsonFields.text(session, "working_dir"));
        String parent = JsonFields.text(session, "parent_session_id");
        boolean called =
                parent != null || JsonFields.text(session, "session_type", "").equals("sub_agent");
        return called ? draft.subagent(id, parent) : draft;
    }
}
