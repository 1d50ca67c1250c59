package dev.pith.starter.importing.goose;

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

/** The {@code sessions.db} of Goose. */
public final class GooseDatabase implements DatabaseFormat {

    static final String NAME = "goose";

    private static final NeededTables NEEDED = new NeededTables(Map.of(
            "sessions",
            Set.of("id", "working_dir", "created_at"),
            "messages",
            Set.of("id", "session_id", "role", "content_json", "created_timestamp")));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(SqliteDatabase database) throws SQLException {
        return NEEDED.lacking(database).isEmpty();
    }

    /** Goose's table of sessions, beside one of versions, is told by the folder and the time that each session has. */
    @Override
    public @Nullable String lacks(SqliteDatabase database) throws SQLException {
        boolean likely = NEEDED.has(database, "sessions")
                && database.columns("schema_version").contains("applied_at");
        return likely ? String.join(", ", NEEDED.lacking(database)) : null;
    }

    @Override
    public SessionRows sessions(SqliteDatabase database, RowJson json, ImportRun run) {
        return new GooseSessions(database, json, run);
    }
}
