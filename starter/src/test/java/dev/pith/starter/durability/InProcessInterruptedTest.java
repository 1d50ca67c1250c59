package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.engine.Engine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Commands with Temporal inside that end in the middle of a compaction: their work ends, what they paid for does not. */
@Tag("servers")
@Execution(ExecutionMode.CONCURRENT)
class InProcessInterruptedTest {

    @TempDir
    Path directory;

    private final FakeModel fake = FakeModel.start();
    private final CountDownLatch held = new CountDownLatch(1);
    private CommandHome home;
    private Map<String, String> environment;
    private String session;

    @BeforeEach
    void importASession() throws Exception {
        home = CommandHome.withoutServer(directory);
        session = home.session("s");
        environment = new HashMap<>(CommandHome.model(fake, 1, 1));
        environment.put("PITH_TEMPORAL_BINARY", "off");
        home.done("import", session);
    }

    @AfterEach
    void stop() throws Exception {
        held.countDown();
        home.close();
        fake.close();
    }

    /** Serves two calls and keeps every further one waiting. */
    private PithProcess thirdCallWaits() {
        fake.behaves(call -> call.number() <= 2
                ? Behavior.summary(80)
                : (exchange, served) -> {
                    held.await();
                    Behavior.summary(80).answer(exchange, served);
                });
        PithProcess command = home.pith(environment, "compact", "--model", "fake", "--flush", "off", session);
        await().atMost(Patience.LONG).until(() -> fake.calls().size() > 2 || !command.isAlive());
        return command;
    }

    @Test
    void ctrlCSaysThatTheWorkEndsAndTheNextCommandFindsWhatWasPaid() throws Exception {
        PithProcess command = thirdCallWaits();
        try (Engine engine = home.store()) {
            String id = CommandHome.only(engine.database()).id();
            assertSaysThatOnlyItself(home.pith(environment, "watch", id));
            assertSaysThatOnlyItself(home.pith(environment, "cancel", id));

            command.signal("INT");
            held.countDown();
            assertThat(command.exitCode()).isEqualTo(130);
            assertThat(command.output())
                    .contains(
                            "pith: stopped: Temporal runs inside this process, so the compaction ends with it. Finished"
                                    + " chunks are kept: pith compact " + id + " goes on from them")
                    .doesNotContain("pith watch", "pith dev");
        }
        fake.behaves(call -> Behavior.summary(80));
        PithProcess next = home.pith(environment, "compact", "--model", "fake", "--flush", "off", session);
        assertThat(next.exitCode()).as(next.output()).isZero();
        try (Engine engine = home.store()) {
            assertThat(fitCallsOfChunks(engine)).isEqualTo(chunks(engine)).isGreaterThan(2);
            CommandHome.assertCompactedOnce(engine.database(), CommandHome.only(engine.database()));
        }
    }

    private static long fitCallsOfChunks(Engine engine) {
        return number(engine, "select count(*) from model_call where outcome = 'FIT' and purpose = 'chunk'");
    }

    private static long chunks(Engine engine) {
        return number(engine, "select max(chunks) from compaction");
    }

    private static long number(Engine engine, String sql) {
        return engine.database()
                .transact(handle -> handle.select(sql).mapTo(Long.class).one());
    }

    private static void assertSaysThatOnlyItself(PithProcess refused) {
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.output())
                .contains("is being compacted by another command, and only ")
                .contains("here Temporal runs inside each command")
                .doesNotContain("defect");
    }
}
