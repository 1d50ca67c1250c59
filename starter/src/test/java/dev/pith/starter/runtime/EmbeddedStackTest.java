package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("servers")
class EmbeddedStackTest {

    private static final StackOptions BOTH = StackOptions.both("test", TestTemporal.source());

    @TempDir
    Path directory;

    Home home;

    @BeforeEach
    void makeHome() throws IOException {
        home = TestHome.in(directory);
    }

    @AfterEach
    void stopServers() throws IOException {
        TestHome.leave(home);
    }

    @Test
    void startsBothForTheFirstCommandAndStopsThemAfterTheLast() throws SQLException {
        try (EmbeddedStack first = EmbeddedStack.acquire(home, BOTH, StartupProgress.SILENT)) {
            Optional<ServerProcess> postgres = PostgresServer.running(home);
            Optional<ServerProcess> temporal = TemporalServer.running(home);
            assertThat(first.isAlone()).isTrue();
            try (EmbeddedStack second = EmbeddedStack.acquire(home, BOTH, StartupProgress.SILENT)) {
                assertThat(first.isAlone()).isFalse();
                assertThat(second.database()).isEqualTo(first.database());
                assertThat(second.temporal()).isPresent().isEqualTo(first.temporal());
            }
            assertThat(PostgresServer.running(home)).isPresent().isEqualTo(postgres);
            assertThat(TemporalServer.running(home)).isPresent().isEqualTo(temporal);
            assertThat(PostgresProbe.ask(first.database()).durable()).isTrue();
            assertThat(TemporalProbe.serves(first.temporal().orElseThrow(), Duration.ofSeconds(5), () -> false))
                    .isTrue();
        }
        assertThat(PostgresServer.running(home)).isEmpty();
        assertThat(TemporalServer.running(home)).isEmpty();
    }

    @Test
    void addressesStayTheSameFromRunToRun() {
        DatabaseAddress database;
        Optional<TemporalEndpoint> temporal;
        try (EmbeddedStack first = EmbeddedStack.acquire(home, BOTH, StartupProgress.SILENT)) {
            database = first.database();
            temporal = first.temporal();
        }
        try (EmbeddedStack next = EmbeddedStack.acquire(home, BOTH, StartupProgress.SILENT)) {
            assertThat(next.database()).isEqualTo(database);
            assertThat(next.temporal()).isEqualTo(temporal);
        }
    }

    @Test
    void startsOnlyWhatIsAskedFor() {
        try (EmbeddedStack stack = EmbeddedStack.acquire(home, BOTH.withoutPostgres(), StartupProgress.SILENT)) {
            assertThat(stack.temporal()).isPresent();
            assertThat(PostgresServer.running(home)).isEmpty();
            assertThatThrownBy(stack::database).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void saysWhyThereIsNoTemporal() {
        StackOptions none = BOTH.withoutPostgres().withSource(progress -> TemporalProgram.missing("it is nowhere"));
        try (EmbeddedStack stack = EmbeddedStack.acquire(home, none, StartupProgress.SILENT)) {
            assertThat(stack.temporal()).isEmpty();
            assertThat(stack.temporalProgram().whyNot()).isEqualTo("it is nowhere");
        }
    }

    /** Their work stands in no other Temporal: nobody may take it for gone. */
    @Test
    void tellsOthersThatItsTemporalIsInside() {
        StackOptions none = BOTH.withoutPostgres().withSource(progress -> TemporalProgram.missing("it is nowhere"));
        try (EmbeddedStack other = EmbeddedStack.acquire(home, BOTH.withoutPostgres(), StartupProgress.SILENT)) {
            assertThat(other.othersRunInside()).isFalse();
        }
        EmbeddedStack inside = EmbeddedStack.acquire(home, none, StartupProgress.SILENT);
        try (EmbeddedStack other = EmbeddedStack.acquire(home, BOTH.withoutPostgres(), StartupProgress.SILENT)) {
            assertThat(inside.temporal()).isEmpty();
            assertThat(other.othersRunInside()).isTrue();
            inside.close();
            assertThat(other.othersRunInside()).isFalse();
        }
    }

    @Test
    void stopIsRefusedWhileACommandIsThere() {
        try (EmbeddedStack stack = EmbeddedStack.acquire(home, BOTH.withoutTemporal(), StartupProgress.SILENT)) {
            assertThatThrownBy(() -> EmbeddedStack.stop(home))
                    .isInstanceOf(RuntimeProblem.class)
                    .hasMessageContaining("test, pid " + ProcessHandle.current().pid());
            assertThat(stack.temporal()).isEmpty();
        }
        assertThat(EmbeddedStack.stop(home)).isEmpty();
    }

    @Test
    void theHomeIsForItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void aHomeThatIsAFileIsNamedWithItsCure() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> EmbeddedStack.acquire(new Home(file), BOTH, StartupProgress.SILENT))
                .isInstanceOf(RuntimeProblem.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--home");
    }
}
