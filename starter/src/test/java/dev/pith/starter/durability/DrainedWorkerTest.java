package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.engine.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code pith worker} is stopped by SIGTERM while it calls a model for a compaction that another process follows. Only workers
 * have the key, so only they call.
 */
@Tag("servers")
@Execution(ExecutionMode.CONCURRENT)
class DrainedWorkerTest {

    private static final int SIGTERM = 128 + 15;

    @TempDir
    Path directory;

    private final FakeModel fake = FakeModel.start();
    private final CountDownLatch held = new CountDownLatch(1);
    private final Map<String, String> withoutKey = new HashMap<>(CommandHome.model(fake, 2, 1));
    private CommandHome home;
    private Engine engine;
    private String session;

    @BeforeEach
    void importASession() throws Exception {
        withoutKey.put("PITH_MODELS_FAKE_API_KEY_ENV", "PITH_TEST_KEY");
        withoutKey.put("PITH_MODEL_ATTEMPTS", "1");
        home = new CommandHome(directory);
        session = home.session("s");
        home.done("import", session);
        engine = home.store();
    }

    @AfterEach
    void stop() throws Exception {
        held.countDown();
        engine.close();
        home.close();
        fake.close();
    }

    @Test
    void aCallThatRunsIsWaitedForAndNothingNewIsBegun() throws Exception {
        Duration longerThanACommandWaits = Duration.ofSeconds(13);
        fake.behaves(call ->
                call.number() == 1 ? Behavior.timed(longerThanACommandWaits, Duration.ZERO, 80) : Behavior.summary(80));
        PithProcess worker = worker(Map.of());
        PithProcess compact = compact();
        awaitFirstCall(worker);
        worker.signal("TERM");

        worker.awaitOutput("Draining: 1 model call is running, until ");
        assertThat(worker.output()).contains(" at most (300.0 s); no new work is taken");
        assertThat(worker.exitCode()).isEqualTo(SIGTERM);
        assertThat(worker.output()).contains("Drained after ").contains("no call was cut");
        assertThat(worker.output().lines().filter(line -> line.contains("Drain") || line.contains("takes work")))
                .hasSize(3)
                .allMatch(line -> line.matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ INFO Worker - [DW]\\S+ .*"));
        assertThat(outcomes()).containsExactly("FIT");
        assertThat(fake.calls()).as("calls before the next worker").hasSize(1);

        goesOn(compact);
        assertThat(outcomes())
                .containsOnly("FIT")
                .hasSizeGreaterThan(2)
                .hasSize(fake.calls().size());
    }

    @Test
    void aCallThatIsCutIsMadeAgainByTheNextWorkerAndIsNoAttempt() throws Exception {
        fake.behaves(call -> call.number() == 1
                ? (exchange, served) -> {
                    held.await();
                    Behavior.summary(80).answer(exchange, served);
                }
                : Behavior.summary(80));
        PithProcess worker = worker(Map.of("PITH_DRAIN_TIMEOUT", "1s"));
        PithProcess compact = compact();
        awaitFirstCall(worker);
        worker.signal("TERM");

        assertThat(worker.exitCode(Duration.ofSeconds(8))).isEqualTo(SIGTERM);
        assertThat(worker.output()).contains("Stopped after ").contains("1 model call was cut");
        assertThat(outcomes()).containsExactly("INTERRUPTED");

        goesOn(compact);
        assertThat(outcomes())
                .containsOnlyOnce("INTERRUPTED")
                .hasSize(fake.calls().size());
        assertThat(outcomes().subList(1, fake.calls().size())).containsOnly("FIT");
    }

    private PithProcess worker(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(withoutKey);
        environment.put("PITH_TEST_KEY", "anything");
        environment.putAll(more);
        PithProcess worker = home.pith(environment, "worker");
        worker.awaitOutput("takes work from Temporal");
        return worker;
    }

    private PithProcess compact() {
        return home.pith(withoutKey, "compact", "--model", "fake", "--flush", "off", session);
    }

    private void awaitFirstCall(PithProcess worker) {
        await().atMost(Patience.LONG).until(() -> !fake.calls().isEmpty() || !worker.isAlive());
        assertThat(worker.isAlive()).as(worker.output()).isTrue();
    }

    private void goesOn(PithProcess compact) throws Exception {
        PithProcess next = worker(Map.of());
        // Work that its worker did not hand back would be missed by its heartbeats only after twenty seconds.
        await().atMost(Patience.LONG).until(() -> fake.calls().size() > 1);
        assertThat(compact.exitCode()).as(compact.output()).isZero();
        CommandHome.assertCompactedOnce(engine.database(), CommandHome.only(engine.database()));
        assertThat(texts("select outcome from compaction where to_version is not null"))
                .containsExactly("COMPACTED");
        next.kill();
    }

    private List<String> outcomes() {
        return texts("select outcome from model_call order by id");
    }

    private List<String> texts(String sql) {
        return engine.database()
                .transact(handle -> handle.select(sql).mapTo(String.class).list());
    }
}
