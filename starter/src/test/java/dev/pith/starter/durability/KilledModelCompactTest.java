package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.engine.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills {@code pith compact --model} in the middle of its calls: what a model has written is never asked for again. */
@Tag("servers")
class KilledModelCompactTest {

    private static final int SESSIONS = 3;
    private static final String LAYERED = "s" + (SESSIONS - 1);
    private static final int KILLS = 2;
    private static final int AT_ONCE = 2;
    private static final int CALL_MILLIS = 800;

    @TempDir
    Path directory;

    @Test
    void repeatsNoCompletedCall() throws Exception {
        ExecutorService commands = Executors.newFixedThreadPool(SESSIONS);
        try (FakeModel fake = FakeModel.start();
                CommandHome home = new CommandHome(directory)) {
            fake.behaves(call -> Behavior.timed(Duration.ofMillis(CALL_MILLIS), Duration.ZERO, 80));
            List<CompletableFuture<Void>> running = IntStream.range(0, SESSIONS)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> killed(home, fake, number), commands))
                    .toList();
            running.forEach(CompletableFuture::join);
            try (Engine engine = home.store()) {
                assertAll(engine.database(), fake, home.said());
            }
        } finally {
            commands.shutdownNow();
        }
    }

    private static void killed(CommandHome home, FakeModel fake, int number) {
        Random moments = new Random(20261121 + number);
        try {
            String session = home.session("s" + number);
            for (int kill = 0; kill < KILLS; kill++) {
                long before = callsOf(fake, number);
                PithProcess command = compact(home, fake, session);
                await().atMost(Patience.LONG).until(() -> callsOf(fake, number) > before);
                command.killAfter(moments.nextInt(CALL_MILLIS));
            }
            PithProcess last = compact(home, fake, session);
            assertThat(last.exitCode()).describedAs(last.output()).isZero();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static long callsOf(FakeModel fake, int number) {
        return fake.calls().stream()
                .filter(call -> call.material().contains(" of s" + number + "\n"))
                .count();
    }

    /** The last session is compacted in layers, some of which are condensed. */
    private static PithProcess compact(CommandHome home, FakeModel fake, String session) {
        List<String> command = new ArrayList<>(List.of("compact", session, "--model", "fake", "--flush", "off"));
        if (session.endsWith(LAYERED + ".jsonl")) {
            command.addAll(List.of("--strategy", "layered", "--target-tokens", "1100"));
        }
        return home.pith(CommandHome.model(fake, SESSIONS * KILLS * AT_ONCE, AT_ONCE), command.toArray(String[]::new));
    }

    private static void assertAll(Database database, FakeModel fake, String said) {
        List<String> ids = texts(database, "select id from conversation");
        assertThat(ids).hasSize(SESSIONS);
        ids.forEach(id -> CommandHome.assertCompactedOnce(
                database, database.table(Conversations.class).find(id).orElseThrow()));
        // A neighbor's worker may have ended what a killed command began; then the next command finds nothing to do.
        assertThat(texts(database, "select outcome from compaction where outcome <> 'NOTHING_TO_DO'"))
                .as(said)
                .hasSize(SESSIONS)
                .containsOnly("COMPACTED");
        assertThat(texts(database, "select distinct kind from summary")).contains("rolling", "leaf", "condensed");
        assertThat(texts(database, "select conversation || work from model_call where outcome = 'FIT'"))
                .doesNotHaveDuplicates();
        int fit = texts(database, "select id::text from model_call where outcome = 'FIT'")
                .size();
        int repeated = fake.calls().size() - fit;
        int lost = texts(database, "select id::text from model_call where outcome <> 'FIT'")
                .size();
        // A kill can cost the calls that its compaction had in flight.
        assertThat(repeated).isPositive().isLessThanOrEqualTo(lost).isLessThanOrEqualTo(SESSIONS * KILLS * AT_ONCE);
    }

    private static List<String> texts(Database database, String sql) {
        return database.transact(
                handle -> handle.select(sql).mapTo(String.class).list());
    }
}
