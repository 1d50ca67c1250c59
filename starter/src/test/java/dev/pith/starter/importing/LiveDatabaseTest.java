package dev.pith.starter.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.starter.importing.FolderListing.Refused;
import dev.pith.starter.importing.reading.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that its program has open, and databases that cannot be read. */
class LiveDatabaseTest {

    @TempDir
    Path folder;

    private Path database() {
        return folder.resolve("opencode.db");
    }

    private static void fill(OpencodeDatabaseFile database, int sessions) throws SQLException {
        for (int i = 0; i < sessions; i++) {
            database.session2("ses_" + i, null, null, "Paint");
            database.message2("ses_" + i, "msg_" + i, "user", "{\"text\":\"go " + i + "\"}");
        }
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sizes.put(
                        file.getFileName() + " " + Files.getLastModifiedTime(file) + " "
                                + Arrays.hashCode(Files.readAllBytes(file)),
                        Files.size(file));
            }
        }
        return sizes;
    }

    @Test
    void whatIsOnlyInTheLogIsReadAndNothingBesideIsChanged() throws Exception {
        try (OpencodeDatabaseFile database = new OpencodeDatabaseFile(database())) {
            database.run("PRAGMA wal_autocheckpoint = 0");
            fill(database, 3);
            byte[] before = Files.readAllBytes(database());
            byte[] log = Files.readAllBytes(folder.resolve("opencode.db-wal"));

            assertThat(Imported.file(database(), ImportOptions.DEFAULT).messages())
                    .hasSize(3);
            assertThat(Files.readAllBytes(database())).isEqualTo(before);
            assertThat(Files.readAllBytes(folder.resolve("opencode.db-wal"))).isEqualTo(log);
            assertThat(files()).hasSize(3);
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), database());
            assertThat(Imported.file(link, ImportOptions.DEFAULT).messages()).hasSize(3);
        }
    }

    @Test
    void aDatabaseAtRestIsReadWithoutAFileBesideIt() throws Exception {
        try (OpencodeDatabaseFile database = new OpencodeDatabaseFile(database())) {
            fill(database, 3);
        }
        Map<String, Long> before = files();

        assertThat(Imported.file(database(), ImportOptions.DEFAULT).messages()).hasSize(3);
        assertThat(before).hasSize(1);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aWriterIsNotDisturbedAndItsNewSessionsAreRead() throws Exception {
        try (OpencodeDatabaseFile database = new OpencodeDatabaseFile(database())) {
            database.run("PRAGMA busy_timeout = 0");
            fill(database, 2);
            Imported sink = new Imported() {
                private int written;

                @Override
                public void message(NewMessage message) {
                    super.message(message);
                    try {
                        // A reader that held a lock would let these fail at once.
                        database.session("ses_new" + written, null, "New");
                        database.run(
                                "UPDATE session_message SET data = ? WHERE id = 'msg_1'", "{\"text\":\"changed\"}");
                        database.run("PRAGMA wal_checkpoint(PASSIVE)");
                        written++;
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                }
            };
            new SourceReader().read(database(), sink, ImportOptions.DEFAULT);

            assertThat(sink.lines()).containsExactly("PERSON: go 0", "PERSON: changed");
        }
    }

    @Test
    void aProgramThatStartsMeanwhileIsNoticed() throws Exception {
        try (OpencodeDatabaseFile database = new OpencodeDatabaseFile(database())) {
            fill(database, 2);
        }
        Connection[] started = new Connection[1];
        Imported sink = new Imported() {
            @Override
            public void message(NewMessage message) {
                super.message(message);
                try {
                    if (started[0] == null) {
                        started[0] = DriverManager.getConnection("jdbc:sqlite:" + database());
                        started[0]
                                .createStatement()
                                .execute("UPDATE session_message SET data = '{\"text\":\"later\"}' WHERE id = 'msg_1'");
                    }
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
        };
        new SourceReader().read(database(), sink, ImportOptions.DEFAULT);
        started[0].close();

        assertThat(sink.lines()).containsExactly("PERSON: go 0", "PERSON: later");
    }

    @Test
    void aLockedDatabaseIsRefusedInOneLine() throws Exception {
        try (OpencodeDatabaseFile database = new OpencodeDatabaseFile(database(), "DELETE")) {
            fill(database, 1);
            database.run("BEGIN EXCLUSIVE");
            refused(
                    database(),
                    "an SQLite database that is locked by another program: close that program, or try again later",
                    false);
            database.run("COMMIT");
            assertThat(Imported.file(database(), ImportOptions.DEFAULT).messages())
                    .hasSize(1);
        }
    }

    @Test
    void aForeignDatabaseAndOneOfAnotherVersionAreRefusedInOneLine() throws Exception {
        Path foreign = folder.resolve("cookies.db");
        Path later = folder.resolve("opencode.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + foreign)) {
            connection.createStatement().execute("CREATE TABLE cookie (name text)");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + later)) {
            connection.createStatement().execute("CREATE TABLE session_v2 (id text)");
            connection.createStatement().execute("CREATE TABLE session_message (id text, session_id text, body blob)");
        }
        refused(foreign, "an SQLite database of another kind (cookie)", true);
        refused(
                later,
                "an opencode database of an unknown version (without session_message.data,"
                        + " session_message.seq, session_message.time_created, session_message.type)",
                true);
        Files.writeString(folder.resolve("chat.json"), "[{\"role\":\"user\",\"content\":\"hi\"}]");
        assertThat(new SourceReader().expand(folder).refused())
                .extracting(Refused::file)
                .containsExactly(foreign, later);
    }

    @Test
    void ofADamagedDatabaseTheOtherSessionsAreRead() throws Exception {
        try (OpencodeDatabaseFile database = new OpencodeDatabaseFile(database())) {
            for (int i = 0; i < 40; i++) {
                database.session2("ses_" + i, null, null, "Paint");
                database.message2(
                        "ses_" + i, "msg_" + i, "user", "{\"text\":\"" + ("go " + i + " ").repeat(900) + "\"}");
            }
        }
        byte[] bytes = Files.readAllBytes(database());
        // One page of many in the middle: messages, not the schema.
        Arrays.fill(bytes, bytes.length / 2 / 4096 * 4096, bytes.length / 2 / 4096 * 4096 + 4096, (byte) 7);
        Files.write(database(), bytes);
        Imported imported = Imported.file(database(), ImportOptions.DEFAULT);

        assertThat(imported.messages()).hasSizeBetween(10, 39);
        assertThat(imported.summary().notes())
                .isNotEmpty()
                .allMatch(note -> note.matches("session ses_\\d+ cannot be read to its end: the database is damaged"
                        + "( \\(the JSON in row msg_\\d+ breaks off\\))?"));
        Files.write(database(), Arrays.copyOf(bytes, 3000));
        refused(
                database(),
                "an SQLite database that is damaged: open it with its program, which may repair it, or restore a copy",
                false);
    }

    @Test
    void aPackedDatabaseIsRefusedWithItsCure() throws Exception {
        try (OpencodeDatabaseFile database = new OpencodeDatabaseFile(database())) {
            fill(database, 1);
        }
        Path packed = Files.write(folder.resolve("opencode.db.zst"), Zstd.compress(Files.readAllBytes(database())));
        refused(packed, "a packed SQLite database: unpack it with zstd -d", false);
        refused(
                Files.write(folder.resolve("x.db"), "SQLite format 3\0, or not".getBytes(UTF_8)),
                "an SQLite database that is damaged: open it with its program, which may repair it, or restore a copy",
                false);
    }

    private static void refused(Path file, String found, boolean foreign) {
        assertThatExceptionOfType(NotAConversationException.class)
                .isThrownBy(() -> Imported.file(file, ImportOptions.DEFAULT))
                .withMessageStartingWith(file + ": found " + found + (foreign ? ", expected " : ""))
                .satisfies(e -> assertThat(e.foreign()).isEqualTo(foreign))
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }
}
