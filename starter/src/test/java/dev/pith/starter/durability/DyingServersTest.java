package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.engine.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The home's servers are killed under a command that follows a compaction by a model. */
@Tag("servers")
class DyingServersTest {

    private static final int CALL_MILLIS = 1_500;

    @TempDir
    Path directory;

    private CommandHome home;
    private FakeModel fake;

    @BeforeEach
    void open() throws Exception {
        home = new CommandHome(directory);
        fake = FakeModel.start();
        fake.behaves(call -> Behavior.timed(Duration.ofMillis(CALL_MILLIS), Duration.ZERO, 80));
    }

    @AfterEach
    void close() throws Exception {
        fake.close();
        home.close();
    }

    @Test
    void temporalIsKilled_theCommandStartsItAgain_saysSo_andEnds() throws Exception {
        String session = home.session("s");
        PithProcess command = compact(session);
        await().atMost(Patience.LONG).until(() -> !fake.calls().isEmpty());

        home.killServer("temporal/server.pid");

        assertThat(command.exitCode()).describedAs(command.output()).isZero();
        assertThat(command.output()).contains("Temporal had ended while this command used it, and runs again");
        assertNothingPaidTwice();
    }

    /** What was answered while it was away is kept, too. */
    @Test
    void postgresIsKilled_theCommandStartsItAgain_saysSo_andEnds() throws Exception {
        String session = home.session("s");
        PithProcess command = compact(session);
        await().atMost(Patience.LONG).until(() -> !fake.calls().isEmpty());

        home.killServer("postgres/data/postmaster.pid");

        assertThat(command.exitCode()).describedAs(command.output()).isZero();
        assertThat(command.output())
                .contains("PostgreSQL had ended while this command used it, and runs again")
                .doesNotContain("defect of Pith", "select ", "Exception");
        assertThat(fake.calls()).extracting(FakeModel.Call::material).doesNotHaveDuplicates();
        assertNothingPaidTwice();
    }

    private PithProcess compact(String session) {
        return home.pith(CommandHome.model(fake, 2, 2), "compact", session, "--model", "fake", "--flush", "off");
    }

    private void assertNothingPaidTwice() {
        try (Engine engine = home.store()) {
            CommandHome.assertCompactedOnce(engine.database(), CommandHome.only(engine.database()));
            List<String> fit = engine.database()
                    .transact(handle -> handle.select("select work from model_call where outcome = 'FIT'")
                            .mapTo(String.class)
                            .list());
            assertThat(fit).doesNotHaveDuplicates();
        }
    }
}
