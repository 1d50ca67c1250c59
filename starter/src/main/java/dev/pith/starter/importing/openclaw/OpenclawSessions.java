package dev.pith.starter.importing.openclaw;

import dev.pith.starter.importing.pi.PiSession;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SessionRows;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.SQLException;
import java.util.List;

/** The sessions of a database: each row holds a line of pi's log. Not thread-safe. */
final class OpenclawSessions implements SessionRows {

    private final SqliteDatabase database;
    private final RowJson json;
    private final ImportRun run;

    OpenclawSessions(SqliteDatabase database, RowJson json, ImportRun run) {
        this.database = database;
        this.json = json;
        this.run = run;
    }

    @Override
    public List<String> ids() throws SQLException {
        return database.texts(
                "SELECT session_id FROM transcript_events GROUP BY session_id ORDER BY min(created_at), session_id");
    }

    @Override
    public void read(String id) throws SQLException {
        OpenclawWindow window = OpenclawWindow.of(database, id);
        PiSession session = new PiSession(run, window::draft);
        try {
            json.each(
                    database,
                    "SELECT seq AS id, " + OpenclawEvent.columns(database)
                            + " FROM transcript_events WHERE session_id = ? ORDER BY seq",
                    id,
                    row -> session.record(OpenclawEvent.of(row)));
        } finally {
            session.end();
        }
    }
}
