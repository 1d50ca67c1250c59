package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.Result;
import dev.pith.starter.engine.Engine;
import dev.pith.workflows.compaction.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Commands that are ended in the middle, held there by a lock on the table that they must write to. Each has a home of its
 * own, and most of its time is waiting for a silence to be long enough.
 */
@Tag("servers")
@Execution(ExecutionMode.CONCURRENT)
class InterruptedCommandTest {

    private static final String BEFORE_CHUNKS = "lock table chunk_summary in share row exclusive mode";
    private static final String BEFORE_MERGE = "lock table summary in share row exclusive mode";

    @TempDir
    Path directory;

    private CommandHome home;
    private Engine engine;
    private Database database;
    private Conversation conversation;

    @BeforeEach
    void importASession() throws Exception {
        home = new CommandHome(directory);
        home.done("import", home.session("s"));
        engine = home.store();
        database = engine.database();
        conversation = CommandHome.only(database);
    }

    @AfterEach
    void stop() throws Exception {
        engine.close();
        home.close();
    }

    @Test
    void ctrlCDetachesAndTheNextCommandGoesOn() throws Exception {
        PithProcess interrupted = held(BEFORE_CHUNKS, command -> {
            // A worker that was killed is none that goes on with the work.
            command.kill();
            PithProcess second = home.pith("compact", "--flush", "off", conversation.id());
            CommandHome.awaitHeld(database, second);
            second.awaitOutput("%");
            second.signal("INT");
            second.exitCode();
            return second;
        });
        assertThat(interrupted.exitCode()).isEqualTo(130);
        assertThat(interrupted.output())
                .contains("detached. The work is saved and goes on with the next command, or with: pith dev")
                .contains("watch it: pith watch " + conversation.id())
                .contains("cancel it: pith cancel " + conversation.id())
                .doesNotContain("defect")
                .doesNotContain("Exception");
        completes();
        engine.close();
        assertThat(home.file("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void terminatedItHandsItsWorkBack() throws Exception {
        PithProcess terminated = held(BEFORE_MERGE, command -> {
            command.signal("TERM");
            command.exitCode();
            return command;
        });
        assertThat(terminated.exitCode()).isEqualTo(143);
        assertThat(terminated.output()).contains("detached.").doesNotContain("defect");
        completes();
    }

    @Test
    void canceledByAnotherProcessTheContextIsAsItWas() throws Exception {
        PithProcess followed = held(BEFORE_CHUNKS, command -> {
            assertThat(home.done("cancel", conversation.id()).output())
                    .contains("Canceled: the context of " + conversation.id() + " is as it was");
            return command;
        });
        assertThat(followed.exitCode()).describedAs(followed.output()).isEqualTo(130);
        assertThat(newest().outcome()).isEqualTo(Outcome.CANCELED);
        assertThat(CommandHome.only(database).contextVersion()).isEqualTo(1);
    }

    @Test
    void canceledWithJsonItsOutcomeIsAnObject() throws Exception {
        PithProcess followed = held(BEFORE_CHUNKS, command -> {
            Result cancel = home.done("cancel", "--output", "json", conversation.id());
            assertThat(cancel.output().lines())
                    .filteredOn(line -> line.startsWith("{"))
                    .singleElement(STRING)
                    .contains(
                            "\"conversation\":\"" + conversation.id() + "\"",
                            "\"compaction\":\"" + newest().id() + "\"",
                            "\"outcome\":\"CANCELED\"");
            return command;
        });
        assertThat(followed.exitCode()).describedAs(followed.output()).isEqualTo(130);
    }

    @Test
    void temporalsDataThrownAwayCostsNoChunk() throws Exception {
        held(BEFORE_MERGE, command -> {
            command.kill();
            home.throwTemporalsDataAway();
            return command;
        });
        long summaries = chunkSummaries();
        assertThat(summaries).isGreaterThan(2);
        assertThat(home.done("status", conversation.id()).output())
                .contains("interrupted")
                .contains("finished chunks are reused");
        completes();
        assertThat(chunkSummaries()).isEqualTo(summaries);
    }

    @Test
    void aKilledTemporalIsHealedByTheNextCommand() throws Exception {
        PithProcess first = held(BEFORE_MERGE, command -> {
            home.killServer("temporal/server.pid");
            return command;
        });
        completes();
        assertThat(first.exitCode()).describedAs(first.output()).isZero();
    }

    @Test
    void aKilledPostgresIsHealedByTheNextCommand() throws Exception {
        PithProcess first = home.pith("compact", "--flush", "off", conversation.id());
        await().atMost(Duration.ofMinutes(2))
                .until(() -> database.table(Compactions.class).isRunning(conversation.id()) || !first.isAlive());
        home.killServer("postgres/data/postmaster.pid");
        home.done("compact", "--flush", "off", conversation.id());
        first.exitCode();
        engine.close();
        try (Engine after = home.store()) {
            CommandHome.assertCompactedOnce(after.database(), CommandHome.only(after.database()));
        }
    }

    private interface Meanwhile {
        PithProcess with(PithProcess command) throws Exception;
    }

    /** Starts a compaction, and while it stands before the lock does what the test wants. */
    private PithProcess held(String lock, Meanwhile meanwhile) {
        return database.transact(handle -> {
            handle.execute(lock);
            PithProcess command = home.pith("compact", "--flush", "off", conversation.id());
            CommandHome.awaitHeld(database, command);
            try {
                return meanwhile.with(command);
            } catch (Exception e) { // whatever a test does meanwhile, this function may not throw it
                throw new AssertionError(e);
            }
        });
    }

    private void completes() {
        home.done("compact", "--flush", "off", conversation.id());
        CommandHome.assertCompactedOnce(database, CommandHome.only(database));
    }

    private Compaction newest() {
        return database.table(Compactions.class).newest(conversation.id()).orElseThrow();
    }

    private long chunkSummaries() {
        return database.transact(handle ->
                CommandHome.number(handle, "select count(*) from chunk_summary where conversation = ?", conversation));
    }
}
