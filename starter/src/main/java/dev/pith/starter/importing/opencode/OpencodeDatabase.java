package dev.pith.starter.importing.opencode;

import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.DatabaseFormat;
import dev.pith.starter.importing.sqlite.RowJson;
import dev.pith.starter.importing.sqlite.SessionRows;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** opencode's database. */
public final class OpencodeDatabase implements DatabaseFormat {

    @Override
    public String name() {
        return "opencode";
    }

    @Override
    public boolean recognizes(SqliteDatabase database) throws SQLException {
        return OpencodeSchema.of(database).isKnown();
    }

    @Override
    public @Nullable String lacks(SqliteDatabase database) throws SQLException {
        return OpencodeSchema.lacks(database);
    }

    @Override
    public SessionRows sessions(SqliteDatabase database, RowJson json, ImportRun run) throws SQLException {
        return new OpencodeSessions(database, json, run);
    }
}
