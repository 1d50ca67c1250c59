package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.gateway.CallRow;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A worker that runs for weeks keeps its store tidy, not only when it starts. */
@Tag("servers")
class UpkeepTest {

    private static final Duration PATIENCE = Patience.LONG;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void whatExpires_orLosesItsWorkflow_whileAWorkerRuns_isSeenToByTheNextRound() {
        try (Database database = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 4))) {
            Upkeep upkeep = Upkeep.begin(
                    database,
                    new FlushClient(DevServer.client(), SearchSupport.REGISTERED, database),
                    new Reconciliation(database, DevServer.client()),
                    Duration.ofMillis(200));
            String conversation = StoredConversation.dialogue(database, "upkeep", 2, 10);
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            database.transact(handle -> handle.execute(
                    "insert into model_reply (request_hash, scope, conversation, text, verdict, expires)"
                            + " values ('h', '', ?, 'x', 'FIT', now() - interval '1 second')",
                    conversation));
            Compactions compactions = database.table(Compactions.class);
            compactions.insertUnplanned("lost", conversation, "{}", Strategy.ROLLING);

            CallRow call = new CallRow(conversation, "lost", "chunk", "w", "e", "p", "m", 1, 1, null, 0);
            long old = database.table(ModelCalls.class).begin(call);
            long young = database.table(ModelCalls.class).begin(call);
            database.transact(handle ->
                    handle.execute("update model_call set started = started - interval '2 hours' where id = ?", old));

            await().atMost(PATIENCE).until(() -> replies(database) == 0);
            await().atMost(PATIENCE)
                    .until(() -> compactions.find("lost").orElseThrow().outcome() == Outcome.INTERRUPTED);
            await().atMost(PATIENCE).until(() -> "LOST".equals(outcome(database, old)));
            assertThat(outcome(database, young)).isEqualTo("RUNNING");
            upkeep.close();
        }
    }

    private static String outcome(Database database, long call) {
        return database.transact(handle -> handle.select("select outcome from model_call where id = ?", call)
                .mapTo(String.class)
                .one());
    }

    private static long replies(Database database) {
        return database.transact(handle -> handle.select("select count(*) from model_reply")
                .mapTo(Long.class)
                .one());
    }
}
