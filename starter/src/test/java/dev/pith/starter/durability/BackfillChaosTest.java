package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.starter.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of sessions, one in fifty of them broken and one in twenty failing at first, is backfilled while its workers and
 * the Temporal server are killed. How large it is, {@code -Dpith.chaos.conversations} says, and {@code -Dpith.chaos.kills}.
 */
@Tag("servers")
class BackfillChaosTest {

    private static final int CONVERSATIONS = Integer.getInteger("pith.chaos.conversations", 100);
    private static final int KILLS = Integer.getInteger("pith.chaos.kills", 4);
    private static final int BROKEN = 50;
    private static final int FAILING = 20;
    private static final int FAILURES = 3;
    private static final int SLOTS = 4;
    private static final Pattern SESSION = Pattern.compile("Request of s(\\d+)!");

    @TempDir
    Path directory;

    private final Map<Integer, Integer> failures = new ConcurrentHashMap<>();

    @Test
    void everyConversationHasOneOutcomeAndNoCompletedCallIsRepeated() throws Exception {
        Random random = new Random(20261121);
        try (FakeModel fake = FakeModel.start();
                CommandHome home = new CommandHome(directory.resolve("home"))) {
            fake.behaves(this::behavior);
            Map<String, String> model = new HashMap<>(CommandHome.model(fake, SLOTS, SLOTS));
            model.put("PITH_MODEL_ATTEMPTS", "2");
            PithProcess start = home.pith(
                    model,
                    "backfill",
                    sessions(),
                    "--name=chaos",
                    "--model=fake",
                    "--flush=off",
                    "--max-in-flight=16",
                    "--detach");
            assertThat(start.exitCode(patience())).describedAs(start.output()).isZero();
            try (Engine engine = home.store()) {
                for (int kill = 0; kill < KILLS; kill++) {
                    long before = fake.calls().size();
                    // At any moment of the run: each kill has a part of it to itself.
                    long moment = Math.max(before + 1, (long) (CONVERSATIONS * (kill + random.nextDouble()) / KILLS));
                    PithProcess worker = home.pith(model, "worker");
                    await().atMost(patience())
                            .until(() -> fake.calls().size() >= moment || !running(engine.database()));
                    worker.killAfter(random.nextInt(1_000));
                    if (kill % 2 == 1) {
                        home.killServer("temporal/server.pid");
                    }
                }
                PithProcess watch = home.pith(model, "backfill", "watch", "chaos");
                // Some files are broken, so it is done in part.
                assertThat(watch.exitCode(patience()))
                        .describedAs("%s", home.said())
                        .isEqualTo(3);
                String report = home.done("backfill", "report", "chaos", "--output=json")
                        .out();
                assertAll(engine.database(), fake, JsonMapper.builder().build().readTree(report));
            }
        }
    }

    private static void assertAll(Database database, FakeModel fake, JsonNode report) {
        long broken = CONVERSATIONS / BROKEN;
        long sound = CONVERSATIONS - broken;
        long fit = number(database, "select count(*) from model_call where outcome = 'FIT'");
        long lost = number(
                database, "select count(*) from model_call where outcome in ('LOST', 'INTERRUPTED', 'CANCELED')");
        System.out.printf(
                "chaos: %d files, %d kills: %s; %d calls reached the model: %d fit, %d failed as told, %d lost to kills%n",
                CONVERSATIONS,
                KILLS,
                report.path("counts"),
                fake.calls().size(),
                fit,
                number(
                        database,
                        "select count(*) from model_call"
                                + " where outcome not in ('FIT', 'LOST', 'INTERRUPTED', 'CANCELED')"),
                lost);
        assertThat(report.path("conversations").longValue()).isEqualTo(CONVERSATIONS);
        assertThat(report.path("counts").path("compacted").longValue())
                .describedAs(report.path("failures").toString())
                .isEqualTo(sound);
        assertThat(report.path("counts").path("failed").longValue()).isEqualTo(broken);
        assertThat(report.path("failures")).hasSize((int) broken);
        assertThat(number(
                        database, "select count(distinct conversation) from backfill_item where outcome = 'COMPACTED'"))
                .isEqualTo(sound);
        assertThat(number(database, "select count(*) from conversation where gist is not null"))
                .isEqualTo(sound);
        assertThat(number(database, "select count(*) from compaction where outcome = 'COMPACTED'"))
                .isEqualTo(sound);
        assertThat(number(database, "select count(*) from compaction where state = 'running'"))
                .isZero();
        // A completed call stands in the journal: only what a kill cut off was asked again.
        assertThat(number(
                        database, "select count(distinct conversation || work) from model_call where outcome = 'FIT'"))
                .isEqualTo(fit);
        assertThat(lost).isLessThanOrEqualTo((long) KILLS * SLOTS);
    }

    private Behavior behavior(FakeModel.Call call) {
        Matcher session = SESSION.matcher(call.material());
        int number = session.find() ? Integer.parseInt(session.group(1)) : 0;
        boolean fails = number % FAILING == 7 && failures.merge(number, 1, Integer::sum) <= FAILURES;
        return fails
                ? Behavior.error(500, "the tide is out")
                : Behavior.timed(Duration.ofMillis(100), Duration.ZERO, 60);
    }

    private String sessions() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("sessions"));
        for (int number = 0; number < CONVERSATIONS; number++) {
            Path file = folder.resolve("s" + number + ".jsonl");
            Files.writeString(file, number % BROKEN == BROKEN - 1 ? "{\"half a line of " + number : session(number));
        }
        return folder.toString();
    }

    private static String session(int number) {
        String words = ("finding " + number + " counts more than it did, ").repeat(60);
        return """
            {"role":"user","content":"Request of s%d!"}
            {"role":"assistant","content":"%s"}
            {"role":"user","content":"Then go on with %d, and say what you found."}
            {"role":"assistant","content":"%s"}
            """.formatted(number, words, number, words);
    }

    private static boolean running(Database database) {
        return database.table(Backfills.class).all().stream().anyMatch(Backfill::running);
    }

    private static Duration patience() {
        return Duration.ofSeconds(120 + CONVERSATIONS);
    }

    private static long number(Database database, String sql) {
        return database.transact(handle -> handle.select(sql).mapTo(Long.class).one());
    }
}
