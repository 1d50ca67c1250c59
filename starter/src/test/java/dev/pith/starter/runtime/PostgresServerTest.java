package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("servers")
class PostgresServerTest {

    @TempDir
    Path directory;

    Home home;

    @BeforeEach
    void makeHome() throws IOException {
        home = TestHome.in(directory);
    }

    @AfterEach
    void stopServer() throws IOException {
        TestHome.leave(home);
    }

    @Test
    void isDurableLocalAndClosedToStrangers() throws SQLException, IOException {
        DatabaseAddress database = start();
        assertThat(PostgresProbe.ask(database).durable()).isTrue();
        assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(database, "show unix_socket_directories")).isEmpty();
        assertThat(ask(database, "show server_encoding")).isEqualTo("UTF8");
        assertThat(ask(database, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        DatabaseAddress stranger = new DatabaseAddress(database.jdbcUrl(), database.user(), "guess");
        assertThatThrownBy(() -> PostgresProbe.ask(stranger)).isInstanceOf(SQLException.class);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.postgres().resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void findsChineseTrigrams() throws SQLException {
        DatabaseAddress database = start();
        assertThat(PostgresProbe.findsChineseTrigrams(database)).isEmpty();
        execute(database, "create extension pg_trgm");
        assertThat(PostgresProbe.findsChineseTrigrams(database)).contains(true);
    }

    @Test
    void keepsCommittedDataThroughAKill() throws SQLException {
        DatabaseAddress before = start();
        execute(before, "create table kept as select 1 as one");
        kill(PostgresServer.running(home).orElseThrow());
        assertThat(ask(start(), "select one from kept")).isEqualTo("1");
    }

    @Test
    void startsBesideAPidFileWhoseNumberNowBelongsToAStranger() throws SQLException, IOException {
        start();
        kill(PostgresServer.running(home).orElseThrow());
        rewrite(0, Long.toString(ProcessHandle.current().pid()));
        rewrite(2, Long.toString(Instant.now().minus(Duration.ofDays(1)).getEpochSecond()));
        assertThat(PostgresProbe.ask(start()).durable()).isTrue();
    }

    @Test
    void startsAgainWhatIsAliveButDoesNotAnswer() throws SQLException {
        start();
        ServerProcess stuck = PostgresServer.running(home).orElseThrow();
        // A port that nobody listens on stands for a server that does not answer.
        rewrite(3, Integer.toString(Ports.free(0)));
        assertThat(PostgresProbe.ask(start()).durable()).isTrue();
        assertThat(stuck.isAlive()).isFalse();
    }

    @Test
    void anotherMajorVersionIsNamedAndNotTouched() throws IOException {
        Path data = Files.createDirectories(home.postgres().resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "13\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(RuntimeProblem.class)
                .hasMessageContaining("is of PostgreSQL 13, this Pith brings 18")
                .hasMessageContaining("--jdbc-url");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aLostPasswordIsNamed() throws IOException {
        start();
        PostgresServer.stop(home);
        Files.delete(home.postgres().resolve("password"));
        assertThatThrownBy(this::start)
                .isInstanceOf(RuntimeProblem.class)
                .hasMessageContaining("password")
                .hasMessageContaining("Put the file back");
    }

    @Test
    void aChangedPasswordLeavesTheServerAlone() throws IOException {
        start();
        Files.writeString(home.postgres().resolve("password"), "changed");
        assertThatThrownBy(this::start)
                .isInstanceOf(RuntimeProblem.class)
                .hasMessageContaining("does not accept the password");
        assertThat(PostgresServer.running(home)).isPresent();
    }

    private DatabaseAddress start() {
        return new PostgresServer(home, StartupProgress.SILENT).start();
    }

    private static void kill(ServerProcess server) {
        server.signal("KILL");
        assertThat(server.endsWithin(Duration.ofSeconds(10))).isTrue();
    }

    private void rewrite(int line, String text) {
        Path file = home.postgres().resolve("data").resolve("postmaster.pid");
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(line, text);
            Files.write(file, lines);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String ask(DatabaseAddress database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(DatabaseAddress database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
