package dev.pith.starter.importing.openclaw;

import dev.pith.starter.importing.pi.PiSession;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SessionRows;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
        List<String> ids = new ArrayList<>();
        try (PreparedStatement query = database.prepare(
                        "SELECT session_id FROM transcript_events GROUP BY session_id ORDER BY min(created_at), session_id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @Override
    public void read(String id) throws SQLException {
        OpenclawWindow window = OpenclawWindow.of(database, id);
        PiSession session = new PiSession(run, window::draft);
        try (PreparedStatement query = database.prepare("SELECT seq AS id, " + OpenclawEvent.columns(database)
                + " FROM transcript_events WHERE session_id = ? ORDER BY seq")) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (json.fits(rows)) {
                        session.record(OpenclawEvent.of(rows));
                    }
                }
            }
        } finally {
            session.end();
        }
    }
}
