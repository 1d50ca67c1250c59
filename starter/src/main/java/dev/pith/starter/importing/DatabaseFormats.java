package dev.pith.starter.importing;

import dev.pith.starter.importing.cursor.CursorDatabase;
import dev.pith.starter.importing.goose.GooseDatabase;
import dev.pith.starter.importing.hermes.HermesDatabase;
import dev.pith.starter.importing.openclaw.OpenclawDatabase;
import dev.pith.starter.importing.opencode.OpencodeDatabase;
import dev.pith.starter.importing.reading.SourceFile;
import dev.pith.starter.importing.sqlite.DatabaseFormat;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import dev.pith.starter.importing.sqlite.SqliteProblem;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The formats of SQLite databases, recognized by their tables. */
final class DatabaseFormats {

    private static final List<DatabaseFormat> ALL = List.of(
            new OpencodeDatabase(),
            new HermesDatabase(),
            new GooseDatabase(),
            new OpenclawDatabase(),
            new CursorDatabase());

    private DatabaseFormats() {}

    /**
     * Returns the format of a database.
     *
     * @throws NotAConversationException if it cannot be read, or is of another program or version
     */
    static DatabaseFormat of(SourceFile source) throws IOException, NotAConversationException {
        if (source.isPacked()) {
            throw NotAConversationException.cured(source.name(), "a packed SQLite database", "unpack it with zstd -d");
        }
        try (SqliteDatabase database = SqliteDatabase.open(source.file())) {
            for (DatabaseFormat format : ALL) {
                if (format.recognizes(database)) {
                    return format;
                }
            }
            throw new NotAConversationException(source.name(), found(database), true);
        } catch (SQLException e) {
            throw NotAConversationException.cured(
                    source.name(), "an SQLite database that is " + SqliteProblem.words(e), SqliteProblem.cure(e));
        }
    }

    private static String found(SqliteDatabase database) throws SQLException {
        for (DatabaseFormat format : ALL) {
            String lacks = format.lacks(database);
            if (lacks != null) {
                String article = "aeiou".indexOf(format.name().charAt(0)) < 0 ? "a " : "an ";
                return article + format.name() + " database of an unknown version (without " + lacks + ")";
            }
        }
        String tables = database.tables().stream().limit(6).collect(Collectors.joining(", "));
        return "an SQLite database of another kind (" + (tables.isEmpty() ? "no tables" : tables) + ")";
    }
}
