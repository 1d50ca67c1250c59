package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.BackfillOutcome;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.backfill.ImportState;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.compaction.Outcome;
import io.temporal.client.WorkflowClient;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.testing.TestWorkflowEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two Temporals, one store: what one runs, the other leaves alone. */
@Tag("servers")
class ElsewhereTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void aCommandOnAnotherTemporal_leavesWhatRunsAlone_andMayEndIt() {
        HeldSummarizer held = new HeldSummarizer();
        try (WorkingStore store = new WorkingStore(POSTGRES, held);
                TestWorkflowEnvironment other = TestWorkflowEnvironment.newInstance();
                Database there = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 2))) {
            store.database.runsOn("cluster/one/default", "the Temporal at one");
            there.runsOn("cluster/two/default", "the Temporal at two");
            Elsewhere elsewhere = new Elsewhere(there);
            WorkflowClient client = other.getWorkflowClient();
            Running running = store.compactions.start(store.conversation("s"), WorkingStore.spec());
            store.awaitBegun(held);

            new Reconciliation(there, client).run();

            Compaction row = row(there, running);
            assertThat(row.running()).isTrue();
            assertThat(elsewhere.of(row)).hasValue("the Temporal at one");
            assertThat(new Elsewhere(store.database).of(row)).isEmpty();
            assertThatThrownBy(() -> new CompactionClient(client, SearchSupport.REGISTERED, there)
                            .start(row.conversation(), WorkingStore.spec()))
                    .isInstanceOf(ElsewhereException.class)
                    .hasMessage("conversation " + row.conversation()
                            + " is being compacted on the Temporal at one, to which"
                            + " this command is not connected: connect to that, or where it is gone for good, end it"
                            + " (pith cancel " + row.conversation() + ")");

            elsewhere.end(row, "the Temporal at one");
            held.release();
            assertThat(store.ended(running).outcome()).isEqualTo(Outcome.CANCELED);
            assertThat(store.versions(row.conversation())).hasSize(1);
        }
    }

    @Test
    void aBackfillOnAnotherTemporal_isLeftAlone_andNotBegunAgain() {
        try (Database here = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 2));
                Database there = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 2));
                TestWorkflowEnvironment other = TestWorkflowEnvironment.newInstance()) {
            here.runsOn("home/one", "the Temporal of the home /one");
            there.runsOn("cluster/two/default", "the Temporal at two");
            Backfills backfills = here.table(Backfills.class);
            backfills.begin("nightly", "run-1", "{}", 1, ImportState.NONE, here.temporal());

            new Reconciliation(there, other.getWorkflowClient()).run();

            Backfill row = backfills.find("nightly").orElseThrow();
            assertThat(row.running()).isTrue();
            assertThatThrownBy(() -> new Elsewhere(there).requireHere(row))
                    .isInstanceOf(ElsewhereException.class)
                    .hasMessageContaining("the Temporal of the home /one");
            new Reconciliation(here, other.getWorkflowClient()).run();
            assertThat(backfills.find("nightly").orElseThrow().outcome()).isEqualTo(BackfillOutcome.INTERRUPTED);
        }
    }

    @Test
    void aConfiguredCluster_isKnownByItsIdAndNamespace_andAWrongNamespaceIsToldAsThat() {
        ClientConfigProfile profile =
                ClientConfigProfile.newBuilder().setAddress(DevServer.target()).build();
        try (TemporalConnection connection = TemporalConnection.to(profile, null)) {
            assertThat(connection.place().id()).startsWith("cluster/").endsWith("/default");
            assertThat(connection.where()).isEqualTo(DevServer.target() + ", namespace default");
        }
        ClientConfigProfile wrong = ClientConfigProfile.newBuilder()
                .setAddress(DevServer.target())
                .setNamespace("nope")
                .build();
        assertThatThrownBy(() -> TemporalConnection.to(wrong, null))
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("Temporal at " + DevServer.target() + " has no namespace nope: mend");
    }

    private static Compaction row(Database database, Running running) {
        return database.table(Compactions.class).find(running.request().id()).orElseThrow();
    }
}
