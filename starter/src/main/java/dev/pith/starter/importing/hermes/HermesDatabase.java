package dev.pith.starter.importing.hermes;

import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.DatabaseFormat;
import dev.pith.starter.importing.sqlite.NeededTables;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SessionRows;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code state.db} of Hermes. Its versions only add columns, so columns decide, not the version number. */
public final class HermesDatabase implements DatabaseFormat {

    static final String NAME = "hermes";

    private static final NeededTables NEEDED = new NeededTables(Map.of(
            "sessions",
            Set.of("id", "source", "parent_session_id", "started_at"),
            "messages",
            Set.of("id", "session_id", "role", "content", "tool_call_id", "tool_calls", "tool_name", "timestamp")));

    /** Columns that only Hermes' table of sessions has. */
    private static final Set<String> MARKS = Set.of("model_config", "system_prompt", "parent_session_id");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(SqliteDatabase database) throws SQLException {
        return isLikely(database) && NEEDED.lacking(database).isEmpty();
    }

    @Override
    public @Nullable String lacks(SqliteDatabase database) throws SQLException {
        return isLikely(database) ? String.join(", ", NEEDED.lacking(database)) : null;
    }

    private static boolean isLikely(SqliteDatabase database) throws SQLException {
        return database.columns("sessions").containsAll(MARKS);
    }

    @Override
    public SessionRows sessions(SqliteDatabase database, RowJson json, ImportRun run) {
        return new HermesSessions(database, json, run);
    }
}
