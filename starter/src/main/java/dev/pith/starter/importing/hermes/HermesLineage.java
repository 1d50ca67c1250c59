package dev.pith.starter.importing.hermes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import dev.pith.starter.importing.sqlite.TableRow;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session and why it has a parent: it was started by an agent, it is a branch, it goes on after a compaction, or it
 * began anew in the same chat.
 */
record HermesLineage(ObjectNode session, @Nullable ObjectNode parent) {

    private static final List<String> COLUMNS = List.of(
            "id", "parent_session_id", "title", "cwd", "git_branch", "model_config", "end_reason", "session_key");

    /** Returns the session; null if there is none. */
    static @Nullable HermesLineage of(SqliteDatabase database, String id) throws SQLException {
        ObjectNode session = TableRow.read(database, "sessions", "id", id, COLUMNS);
        if (session == null) {
            return null;
        }
        String parent = JsonFields.text(session, "parent_session_id");
        return new HermesLineage(
                session, parent == null ? null : TableRow.read(database, "sessions", "id", parent, COLUMNS));
    }

    @Nullable
    String branch() {
        return JsonFields.text(session, "git_branch");
    }

    Draft draft() {
        String id = JsonFields.text(session, "id", "");
        String above = JsonFields.text(session, "parent_session_id");
        Draft draft = Draft.session(
                HermesDatabase.NAME, id, JsonFields.text(session, "title"), JsonFields.text(session, "cwd"));
        if (above == null || isAnew(above)) {
            return draft;
        }
        return isContinued(above) ? draft.forkedFrom(above) : draft.subagent(id, above);
    }

    private boolean isContinued(String above) {
        if (marks("_delegate_from", above)) {
            return false;
        }
        String ended = parent == null ? "compression" : JsonFields.text(parent, "end_reason", "");
        return marks("_branched_from", above) || ended.equals("branched") || ended.equals("compression");
    }

    /** Returns whether the parent is the chat's earlier session. An agent's session has no chat of its own. */
    private boolean isAnew(String above) {
        String chat = JsonFields.text(session, "session_key", "");
        boolean sameChat = parent != null && !chat.isEmpty() && chat.equals(JsonFields.text(parent, "session_key"));
        return marks("_reset_from", above) || (sameChat && !isContinued(above) && !marks("_delegate_from", above));
    }

    /** Returns whether the session's settings name its parent so. A continued session inherits marks of others. */
    private boolean marks(String mark, String above) {
        JsonNode settings = RowJson.parse(JsonFields.text(session, "model_config"));
        return above.equals(JsonFields.text(settings, mark));
    }
}
