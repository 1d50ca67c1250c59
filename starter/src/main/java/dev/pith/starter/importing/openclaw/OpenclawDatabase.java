package dev.pith.starter.importing.openclaw;

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

/** The {@code openclaw-agent.sqlite} of an agent of OpenClaw, which holds transcripts since 2026.7.2. */
public final class OpenclawDatabase implements DatabaseFormat {

    /** Also the source of OpenClaw's log files, which the same sessions were in before. */
    static final String NAME = "openclaw";

    private static final NeededTables NEEDED =
            new NeededTables(Map.of("transcript_events", Set.of("session_id", "seq", "event_json", "created_at")));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(SqliteDatabase database) throws SQLException {
        return NEEDED.lacking(database).isEmpty();
    }

    @Override
    public @Nullable String lacks(SqliteDatabase database) throws SQLException {
        boolean likely = database.columns("schema_meta").contains("agent_id")
                || !database.columns("transcript_event_identities").isEmpty();
        return likely ? String.join(", ", NEEDED.lacking(database)) : null;
    }

    @Override
    public SessionRows sessions(SqliteDatabase database, RowJson json, ImportRun run) {
        return new OpenclawSessions(database, json, run);
    }
}
