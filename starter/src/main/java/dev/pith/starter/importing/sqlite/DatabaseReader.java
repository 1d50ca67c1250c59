package dev.pith.starter.importing.sqlite;

import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads all sessions of a database, oldest first, one at a time: a damaged one does not keep out the others. The
 * program may be running.
 */
public final class DatabaseReader implements FormatReader {

    private final DatabaseFormat format;

    public DatabaseReader(DatabaseFormat format) {
        this.format = format;
    }

    @Override
    public void read(ImportRun run) throws IOException {
        RowJson json = new RowJson(run);
        try (SqliteDatabase database = SqliteDatabase.open(run.source().file())) {
            SessionRows sessions = format.sessions(database, json, run);
            List<String> ids = sessions.ids();
            if (ids.size() > 1 && run.renames()) {
                throw new IOException("--id names one session, and it holds " + ids.size() + ": leave --id out");
            }
            for (String id : ids) {
                try {
                    database.refresh();
                    sessions.read(id);
                } catch (SQLException e) {
                    run.tally()
                            .note("session " + id + " cannot be read to its end: the database is "
                                    + SqliteProblem.words(e));
                }
            }
            json.end();
        } catch (SQLException e) {
            throw new IOException("the database is " + SqliteProblem.words(e), e);
        }
    }
}
