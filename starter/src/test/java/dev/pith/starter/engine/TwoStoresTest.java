package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Compactions;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class TwoStoresTest {

    @RegisterExtension
    static final PostgresExtension one = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension two = new PostgresExtension();

    @Test
    void onOneServerNeverTakeEachOthersWork() {
        HeldSummarizer held = new HeldSummarizer();
        HeldSummarizer free = new HeldSummarizer();
        free.release();
        try (WorkingStore first = new WorkingStore(one, held);
                WorkingStore second = new WorkingStore(two, free)) {
            Running waiting = first.compactions.start(first.conversation("s"), WorkingStore.spec());
            Running working = second.compactions.start(second.conversation("s"), WorkingStore.spec());

            assertThat(second.ended(working).outcome()).isEqualTo(Outcome.COMPACTED);
            assertThat(waiting.workflowId()).contains(first.database.storeId());
            assertThat(working.workflowId()).contains(second.database.storeId());
            assertThat(first.database.storeId()).isNotEqualTo(second.database.storeId());
            new Reconciliation(second.database, DevServer.client()).run();
            new Reconciliation(first.database, DevServer.client()).run();
            assertThat(first.database.table(Compactions.class).running(null)).hasSize(1);
            held.release();
            assertThat(first.ended(waiting).outcome()).isEqualTo(Outcome.COMPACTED);
            for (WorkingStore store : List.of(first, second)) {
                assertThat(store.database.table(Compactions.class).running(null))
                        .isEmpty();
            }
            assertThat(first.database
                            .table(Compactions.class)
                            .find(working.request().id()))
                    .isEmpty();
        }
    }
}
