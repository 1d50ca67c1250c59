package dev.pith.starter.importing.hermes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SessionRows;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The sessions of a database. Rows that a rewind switched off are abandoned. Not thread-safe. */
final class HermesSessions implements SessionRows {

    private final SqliteDatabase database;
    private final RowJson json;
    private final ImportRun run;

    HermesSessions(SqliteDatabase database, RowJson json, ImportRun run) {
        this.database = database;
        this.json = json;
        this.run = run;
    }

    @Override
    public List<String> ids() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement query = database.prepare("SELECT id FROM sessions ORDER BY started_at, id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @Override
    public void read(String id) throws SQLException {
        HermesLineage session = HermesLineage.of(database, id);
        if (session == null) {
            return;
        }
        ConversationWriter writer = run.conversation(session.draft());
        try (PreparedStatement query = database.prepare(HermesRows.query(database))) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                messages(rows, writer);
            }
        } finally {
            writer.describe(null, null, session.branch());
            writer.end();
        }
    }

    private void messages(ResultSet rows, ConversationWriter writer) throws SQLException {
        HermesMessages messages = new HermesMessages();
        List<Long> taken = new ArrayList<>();
        while (rows.next()) {
            if (!json.fits(rows)) {
                continue;
            }
            ObjectNode row = HermesRows.read(rows);
            NewMessage message = messages.next(row);
            if (message == null) {
                run.tally().ignored(row.path("role").asText());
                continue;
            }
            writer.message(message);
            if (rows.getBoolean(HermesRows.DEAD)) {
                taken.add(writer.count());
            }
        }
        // Only now: of a session that cannot be read to its end, nothing is abandoned.
        taken.forEach(place -> writer.takeBack(place, place));
    }
}
