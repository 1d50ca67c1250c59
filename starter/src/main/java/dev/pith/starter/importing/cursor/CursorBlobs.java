package dev.pith.starter.importing.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SessionRows;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * The messages of a session: blobs that are JSON, in the order of their rows. Other blobs hold the state of the agent.
 * A blob's id is the hash of its content, so two equal messages are one.
 */
final class CursorBlobs implements SessionRows {

    private static final String QUERY = "SELECT id, " + RowJson.columns("data") + " FROM blobs ORDER BY rowid";

    private final SqliteDatabase database;
    private final RowJson json;
    private final ImportRun run;
    private final CursorAgent agent;

    CursorBlobs(SqliteDatabase database, RowJson json, ImportRun run, CursorAgent agent) {
        this.database = database;
        this.json = json;
        this.run = run;
        this.agent = agent;
    }

    @Override
    public List<String> ids() {
        return List.of(agent.id());
    }

    @Override
    public void read(String id) throws SQLException {
        ConversationWriter writer = run.conversation(agent.draft(run.source()));
        CursorBlobMessages messages = new CursorBlobMessages();
        try {
            database.each(QUERY, List.of(), row -> {
                byte[] data = json.fits(row) ? row.getBytes("data") : null;
                if (data != null && data.length > 0 && data[0] == '{') {
                    message(row.getString("id"), data, messages, writer);
                }
            });
        } finally {
            writer.describe(null, messages.project(), null);
            writer.end();
        }
    }

    private void message(String id, byte[] data, CursorBlobMessages messages, ConversationWriter writer) {
        JsonNode blob = RowJson.parse(new String(data, StandardCharsets.UTF_8));
        NewMessage message = messages.read(id, blob);
        if (message == null) {
            run.tally().ignored("blob without a message");
        } else {
            writer.message(message);
        }
    }
}
