package dev.pith.starter.importing.cursor;

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

/** The {@code store.db} of one session of Cursor's command line agent: blobs, and a record that names the session. */
public final class CursorDatabase implements DatabaseFormat {

    private static final NeededTables NEEDED =
            new NeededTables(Map.of("blobs", Set.of("id", "data"), "meta", Set.of("key", "value")));

    @Override
    public String name() {
        return CursorReader.NAME;
    }

    @Override
    public boolean recognizes(SqliteDatabase database) throws SQLException {
        return NEEDED.lacking(database).isEmpty() && CursorAgent.of(database) != null;
    }

    /** Other programs have tables of these names, too: without its record, a database is not taken for Cursor's. */
    @Override
    public @Nullable String lacks(SqliteDatabase database) {
        return null;
    }

    @Override
    public SessionRows sessions(SqliteDatabase database, RowJson json, ImportRun run) throws SQLException {
        CursorAgent agent = CursorAgent.of(database);
        if (agent == null) {
            throw new SQLException("the session's record is gone");
        }
        return new CursorBlobs(database, json, run, agent);
    }
}
