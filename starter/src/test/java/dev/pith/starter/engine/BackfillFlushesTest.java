package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.backfill.BackfillOutcome;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Selection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The flushes that a backfill waits for at its end. */
@Tag("servers")
class BackfillFlushesTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void thoseThatNobodyWorksAtAreWoken() {
        try (BackfilledStore store = new BackfilledStore(postgres, new ExtractiveSummarizer())) {
            String conversation = store.conversations(1).get(0);
            Flushes flushes = store.database().table(Flushes.class);
            flushes.request(conversation, 4, null, null);
            store.database().transact(handle -> handle.execute("update flush set due = now() - interval '1 minute'"));

            store.client().start("left", withoutFlushes(), Taking.ALL, 1);

            assertThat(store.ended("left").ended()).isEqualTo(1);
            assertThat(store.backfill("left").outcome()).isEqualTo(BackfillOutcome.COMPLETED);
            assertThat(flushes.open(conversation)).isEmpty();
        }
    }

    private static BackfillSpec withoutFlushes() {
        return new BackfillSpec(
                BackfilledStore.spec().compaction().flushed(FlushMode.OFF),
                Selection.ALL,
                null,
                null,
                null,
                null,
                null);
    }
}
