package dev.pith.starter.importing.sqlite;

import dev.pith.starter.importing.reading.ImportRun;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The databases of one program. */
public interface DatabaseFormat {

    /** Returns the program's name, which is the source of its conversations. */
    String name();

    /** Returns whether this is a database of the program, with all that its reader needs. */
    boolean recognizes(SqliteDatabase database) throws SQLException;

    /** Returns what a database of the program lacks of what its reader needs; null if it is of another program. */
    @Nullable
    String lacks(SqliteDatabase database) throws SQLException;

    /** Opens the sessions for one import. */
    SessionRows sessions(SqliteDatabase database, RowJson json, ImportRun run) throws SQLException;
}
