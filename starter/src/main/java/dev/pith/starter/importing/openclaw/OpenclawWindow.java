package dev.pith.starter.importing.openclaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import dev.pith.starter.importing.sqlite.TableRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of a session beside its log. A chat has a key and, one after the other, several sessions.
 *
 * @param session the session's row, empty if there is none
 * @param chat the chat's row, empty if there is none
 * @param caller the session of the agent that started this one; null if no agent did, or its session is gone
 */
record OpenclawWindow(
        String id,
        ObjectNode session,
        ObjectNode chat,
        @Nullable String caller) {

    /** The tables of sessions, and of chats, of the present and of earlier versions. */
    private static final List<String> SESSIONS = List.of("session_windows", "sessions");

    private static final List<String> COLUMNS = List.of(
            "session_id",
            "session_key",
            "current_session_id",
            "previous_session_id",
            "fork_source_session_id",
            "reason",
            "spawned_by",
            "label",
            "display_name");

    /** Why a session that begins with messages of the one before it was made. */
    private static final Set<String> CONTINUED = Set.of("fork", "rewind", "compaction");

    static OpenclawWindow of(SqliteDatabase database, String id) throws SQLException {
        ObjectNode session = session(database, "session_id", id);
        ObjectNode chat = chat(database, JsonFields.text(session, "session_key", ""));
        String spawner = JsonFields.text(chat, "spawned_by", JsonFields.text(session, "spawned_by", ""));
        if (spawner.isEmpty()) {
            return new OpenclawWindow(id, session, chat, null);
        }
        String caller = JsonFields.text(chat(database, spawner), "current_session_id");
        return new OpenclawWindow(
                id,
                session,
                chat,
                caller == null ? JsonFields.text(session(database, "session_key", spawner), "session_id") : caller);
    }

    private static ObjectNode session(SqliteDatabase database, String key, String value) throws SQLException {
        for (String table : SESSIONS) {
            ObjectNode row = TableRow.read(database, table, key, value, COLUMNS);
            if (row != null) {
                return row;
            }
        }
        return JsonFields.MAPPER.createObjectNode();
    }

    private static ObjectNode chat(SqliteDatabase database, String key) throws SQLException {
        ObjectNode row = TableRow.read(database, "session_nodes", "session_key", key, COLUMNS);
        return row == null ? JsonFields.MAPPER.createObjectNode() : row;
    }

    /** @param header the log's first line, a missing node if it has none */
    Draft draft(JsonNode header) {
        String title = JsonFields.firstText(chat, "display_name", "label");
        Draft draft = Draft.session(
                        OpenclawDatabase.NAME,
                        id,
                        title == null ? JsonFields.text(session, "display_name") : title,
                        JsonFields.text(header, "cwd"))
                .forkedFrom(origin());
        boolean called =
                caller != null || !JsonFields.text(chat, "spawned_by", "").isEmpty();
        return called ? draft.subagent(id, caller) : draft;
    }

    private @Nullable String origin() {
        String reason = JsonFields.text(session, "reason", "initial");
        if (CONTINUED.contains(reason) && session.hasNonNull("previous_session_id")) {
            return JsonFields.text(session, "previous_session_id");
        }
        return reason.equals("initial") || reason.equals("fork")
                ? JsonFields.text(chat, "fork_source_session_id")
                : null;
    }
}
