package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Patience;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("servers")
class KilledCommandTest {

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
    void leavesItsServersToTheNext() throws IOException {
        try (HolderProcess killed = HolderProcess.start(home).awaitUp()) {
            Optional<ServerProcess> postgres = PostgresServer.running(home);
            Optional<ServerProcess> temporal = TemporalServer.running(home);
            killed.kill();
            assertThat(PostgresServer.running(home)).isPresent().isEqualTo(postgres);
            assertThat(TemporalServer.running(home)).isPresent().isEqualTo(temporal);
            try (HolderProcess next = HolderProcess.start(home).awaitUp()) {
                assertThat(next.addresses()).isEqualTo(killed.addresses());
                assertThat(PostgresServer.running(home)).isEqualTo(postgres);
                assertThat(TemporalServer.running(home)).isEqualTo(temporal);
            }
        }
        assertThat(PostgresServer.running(home)).isEmpty();
        assertThat(TemporalServer.running(home)).isEmpty();
    }

    @Test
    void ctrlCReachesNoServer() throws IOException {
        try (HolderProcess interrupted = HolderProcess.start(home).awaitUp()) {
            interrupted.interruptGroup();
            assertThat(PostgresServer.running(home)).isPresent();
            assertThat(TemporalServer.running(home)).isPresent();
        }
        assertThat(EmbeddedStack.stop(home)).containsExactly("PostgreSQL", "Temporal");
        assertThat(PostgresServer.running(home)).isEmpty();
        assertThat(TemporalServer.running(home)).isEmpty();
    }

    @Test
    void stopNamesACommandOfAnotherProcess() throws IOException {
        try (HolderProcess holder = HolderProcess.start(home).awaitUp()) {
            assertThatThrownBy(() -> EmbeddedStack.stop(home))
                    .isInstanceOf(RuntimeProblem.class)
                    .hasMessageContaining("holder, pid " + holder.pid());
        }
    }

    @Test
    void twoAtOnceOnAnEmptyHomeShareTheServers() throws IOException {
        try (HolderProcess first = HolderProcess.start(home);
                HolderProcess second = HolderProcess.start(home)) {
            assertThat(first.awaitUp().addresses()).isEqualTo(second.awaitUp().addresses());
        }
        assertThat(PostgresServer.running(home)).isEmpty();
        assertThat(TemporalServer.running(home)).isEmpty();
    }

    @Test
    void whileTheDatabaseIsMadeDoesNoHarm() throws IOException {
        try (HolderProcess killed = HolderProcess.start(home)) {
            await().atMost(Patience.LONG).pollInterval(Duration.ofMillis(5)).until(this::databaseIsBeingMade);
            killed.kill();
            assertThat(home.postgres().resolve("data")).doesNotExist();
        }
        try (HolderProcess next = HolderProcess.start(home).awaitUp()) {
            assertThat(next.addresses()).contains("/pith 127.0.0.1:");
        }
    }

    private boolean databaseIsBeingMade() throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(home.postgres(), "data.unfinished*")) {
            for (Path data : unfinished) {
                return Files.exists(data.resolve("PG_VERSION"));
            }
            return false;
        }
    }
}
