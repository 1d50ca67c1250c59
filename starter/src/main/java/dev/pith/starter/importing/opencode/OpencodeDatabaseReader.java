package dev.pith.starter.importing.opencode;

import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import dev.pith.starter.importing.sqlite.SqliteProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads all sessions of opencode's database, oldest first, one at a time: a damaged one does not keep out the others.
 * opencode may be running.
 */
public final class OpencodeDatabaseReader implements FormatReader {

    /**
     * What a database is, if it cannot be read.
     *
     * @param found a noun phrase
     * @param foreign whether it is intact, but of another program or version
     */
    public record Refusal(String found, boolean foreign) {}

    /** Returns why a database cannot be read; null if it can. */
    public static @Nullable Refusal refusal(Path file) {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            return OpencodeSchema.of(database).isKnown() ? null : new Refusal(OpencodeSchema.found(database), true);
        } catch (SQLException e) {
            return new Refusal("an SQLite database that is " + SqliteProblem.words(e), false);
        }
    }

    @Override
    public void read(ImportRun run) throws IOException {
        try (SqliteDatabase database = SqliteDatabase.open(run.source().file())) {
            OpencodeSessions sessions = new OpencodeSessions(database, run);
            List<String> ids = sessions.ids();
            if (ids.size() > 1 && run.renames()) {
                throw new IOException("--id names one session, and it holds " + ids.size() + ": leave --id out");
            }
            for (String id : ids) {
                try {
                    sessions.read(id);
                } catch (SQLException e) {
                    run.tally()
                            .note("session " + id + " cannot be read to its end: the database is "
                                    + SqliteProblem.words(e));
                }
            }
            sessions.end();
        } catch (SQLException e) {
            throw new IOException("the database is " + SqliteProblem.words(e), e);
        }
    }
}
