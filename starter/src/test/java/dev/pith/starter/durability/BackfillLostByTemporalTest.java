package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.store.Database;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.engine.Engine;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backfill whose workflow Temporal loses, or somebody ends behind its back. */
@Tag("servers")
class BackfillLostByTemporalTest {

    private static final int SESSIONS = 8;

    @TempDir
    Path directory;

    @Test
    void theSameCommandAgainCompletesItAndRepeatsNoCompletedCall() throws Exception {
        try (FakeModel fake = FakeModel.start();
                CommandHome home = new CommandHome(directory.resolve("home"))) {
            fake.behaves(call -> Behavior.timed(Duration.ofMillis(700), Duration.ZERO, 60));
            String folder = sessions();
            PithProcess command = start(home, fake, folder);
            await().atMost(Patience.LONG).until(() -> fake.calls().size() >= 4 || !command.isAlive());
            command.kill();
            home.throwTemporalsDataAway();
            assertThat(home.done("backfill", "status").output())
                    .contains("Backfill lost: interrupted, " + SESSIONS + " conversations");

            PithProcess again = start(home, fake, folder);
            assertThat(again.exitCode()).describedAs(again.output()).isZero();
            try (Engine engine = home.store()) {
                assertNothingRepeated(engine.database());
            }
        }
    }

    @Test
    void whoFollowsIsToldThatItWasEnded() throws Exception {
        try (FakeModel fake = FakeModel.start();
                CommandHome home = new CommandHome(directory.resolve("home"));
                Engine engine = home.storeAndTemporal()) {
            fake.behaves(call -> Behavior.hang(Duration.ofMinutes(5)));
            PithProcess command = start(home, fake, sessions());
            await().atMost(Patience.LONG).until(() -> !fake.calls().isEmpty() || !command.isAlive());
            String queue = TaskQueues.workflows(engine.database().storeId());
            engine.temporal()
                    .client()
                    .newUntypedWorkflowStub(WorkflowIds.backfill(queue, "lost"))
                    .terminate("by hand");

            assertThat(command.exitCode()).describedAs(command.output()).isEqualTo(1);
            assertThat(command.output()).contains("Backfill lost: interrupted");
        }
    }

    private static void assertNothingRepeated(Database database) {
        long fit = number(database, "select count(*) from model_call where outcome = 'FIT'");
        assertThat(fit).isEqualTo(SESSIONS);
        assertThat(number(database, "select count(distinct conversation) from model_call where outcome = 'FIT'"))
                .isEqualTo(fit);
        assertThat(number(database, "select count(*) from conversation where gist is not null"))
                .isEqualTo(SESSIONS);
        assertThat(number(database, "select count(*) from backfill_item where outcome in ('COMPACTED', 'SKIPPED')"))
                .isEqualTo(SESSIONS);
    }

    private static PithProcess start(CommandHome home, FakeModel fake, String folder) {
        Map<String, String> model = CommandHome.model(fake, 2, 2);
        return home.pith(model, "backfill", folder, "--name=lost", "--model=fake", "--flush=off", "--max-in-flight=3");
    }

    private String sessions() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("sessions"));
        for (int number = 0; number < SESSIONS; number++) {
            String words = ("finding " + number + " counts more than it did, ").repeat(60);
            Files.writeString(folder.resolve("s" + number + ".jsonl"), """
                    {"role":"user","content":"Request of s%1$d!"}
                    {"role":"assistant","content":"%2$s"}
                    """.formatted(number, words));
        }
        return folder.toString();
    }

    private static long number(Database database, String sql) {
        return database.transact(handle -> handle.select(sql).mapTo(Long.class).one());
    }
}
