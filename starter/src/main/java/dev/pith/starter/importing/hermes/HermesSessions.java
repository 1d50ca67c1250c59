package dev.pith.starter.importing.hermes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SessionRows;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
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
        return database.texts("SELECT id FROM sessions ORDER BY started_at, id");
    }

    @Override
    public void read(String id) throws SQLException {
        HermesLineage session = HermesLineage.of(database, id);
        if (session == null) {
            return;
        }
        ConversationWriter writer = run.conversation(session.draft());
        try {
            messages(id, writer);
        } finally {
            writer.describe(null, null, session.branch());
            writer.end();
        }
    }

    private void messages(String id, ConversationWriter writer) throws SQLException {
        HermesMessages messages = new HermesMessages();
        List<Long> taken = new ArrayList<>();
        json.each(database, HermesRows.query(database), id, row -> {
            ObjectNode read = HermesRows.read(row);
            NewMessage message = messages.next(read);
            if (message == null) {
                run.tally().ignored(read.path("role").asText());
                return;
            }
            writer.message(message);
            if (row.getBoolean(HermesRows.DEAD)) {
                taken.add(writer.count());
            }
        });
        // Only now: of a session that cannot be read to its end, nothing is abandoned.
        taken.forEach(place -> writer.takeBack(place, place));
    }
}
