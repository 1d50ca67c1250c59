package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.BackfillOutcome;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.BackfillClient.DifferentBackfillException;
import dev.pith.starter.engine.BackfillClient.Running;
import dev.pith.workflows.SearchKeys;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.backfill.BackfillProgress;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class BackfillTest {

    private static final int CONVERSATIONS = 60;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void givesEveryConversationItsGistOnceAndASecondRunSkipsThemAll() {
        try (BackfilledStore store = new BackfilledStore(postgres, new ExtractiveSummarizer())) {
            store.conversations(CONVERSATIONS);
            Running running = store.start("all", 6);
            String first = store.runId("all");
            BackfillProgress ended = store.ended("all");

            assertThat(running.attached()).isFalse();
            assertThat(ended.outcomes()).isEqualTo(Map.of(ItemOutcome.COMPACTED, (long) CONVERSATIONS));
            assertThat(store.runId("all"))
                    .describedAs("a history this long continues as new")
                    .isNotEqualTo(first);
            assertThat(store.number("select count(distinct conversation) from compaction where outcome = 'COMPACTED'"))
                    .isEqualTo(store.number("select count(*) from compaction"))
                    .isEqualTo(CONVERSATIONS);
            assertThat(store.database().table(Flushes.class).open(null)).isEmpty();
            assertThat(store.backfill("all").outcome()).isEqualTo(BackfillOutcome.COMPLETED);

            store.start("all", 6);
            assertThat(store.ended("all").outcomes()).isEqualTo(Map.of(ItemOutcome.SKIPPED, (long) CONVERSATIONS));
            assertThat(store.number("select count(*) from compaction")).isEqualTo(CONVERSATIONS);
        }
    }

    @Test
    void theSameRequestAttachesAndAnotherIsRefused() {
        HeldSummarizer held = new HeldSummarizer();
        try (BackfilledStore store = new BackfilledStore(postgres, held)) {
            store.conversations(3);
            store.start("mine", 2);
            assertThat(store.start("mine", 2).attached()).isTrue();
            CompactionSpec other = CompactionSpec.defaults().gist(new GistSpec(300, 20));
            BackfillSpec different = new BackfillSpec(other, Selection.ALL, null, null, null, null, null);
            assertThatThrownBy(() -> store.client().start("mine", different, Taking.ALL, 2))
                    .isInstanceOf(DifferentBackfillException.class)
                    .hasMessageContaining("tokens of a gist is \"400\" there, \"300\" here")
                    .hasMessageContaining("pith backfill cancel mine");
            held.release();
            assertThat(store.ended("mine").ended()).isEqualTo(3);
        }
    }

    @Test
    void pausedItBeginsNothingAndResumedItGoesOn() {
        HeldSummarizer held = new HeldSummarizer();
        try (BackfilledStore store = new BackfilledStore(postgres, held)) {
            store.conversations(6);
            store.start("paused", 2);
            store.awaitInFlight(2);
            store.database().table(Backfills.class).pause("paused", "by hand");
            store.client().tell("paused");
            held.release();
            await().atMost(WorkingStore.PATIENCE)
                    .until(() -> store.number("select count(*) from backfill_item where state = 'running'") == 0);
            assertThat(store.number("select count(*) from backfill_item where state = 'waiting'"))
                    .isEqualTo(4);
            store.database().table(Backfills.class).pause("paused", null);
            store.database().table(Backfills.class).resize("paused", 4);
            store.client().tell("paused");
            assertThat(store.ended("paused").outcomes()).isEqualTo(Map.of(ItemOutcome.COMPACTED, 6L));
        }
    }

    @Test
    void canceledItStopsWhatRunsAndBeginsNothingMore() {
        HeldSummarizer held = new HeldSummarizer();
        try (BackfilledStore store = new BackfilledStore(postgres, held)) {
            store.conversations(5);
            store.start("canceled", 2);
            store.awaitInFlight(2);
            store.database().table(Backfills.class).cancel("canceled");
            store.client().tell("canceled");
            store.awaitInFlight(0);
            held.release();
            assertThat(store.ended("canceled").outcomes()).isEqualTo(Map.of(ItemOutcome.CANCELED, 5L));
            assertThat(store.backfill("canceled").outcome()).isEqualTo(BackfillOutcome.CANCELED);
            assertThat(store.database().table(Compactions.class).running(null)).isEmpty();
        }
    }

    @Test
    void aCompactionWhoseWorkflowIsTerminatedIsBegunAgain() {
        HeldSummarizer held = new HeldSummarizer();
        try (BackfilledStore store = new BackfilledStore(postgres, held)) {
            String conversation = store.conversations(1).get(0);
            store.start("lost", 1);
            store.awaitInFlight(1);
            String workflow = Strategy.GIST.workflowId(store.database().storeId(), conversation);
            DevServer.client().newUntypedWorkflowStub(workflow).terminate("by a test");
            held.release();
            assertThat(store.ended("lost").outcomes()).isEqualTo(Map.of(ItemOutcome.COMPACTED, 1L));
            assertThat(store.number("select count(*) from compaction where outcome = 'INTERRUPTED'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatRanWhenTheWorkflowContinuedAsNewIsHeardOfAllTheSame() {
        HeldSummarizer held = new HeldSummarizer();
        try (BackfilledStore store = new BackfilledStore(postgres, held)) {
            store.conversations(4);
            store.start("carried", 2);
            String first = store.runId("carried");
            store.awaitInFlight(2);
            // Each signal is a turn, and each turn makes the history longer.
            IntStream.range(0, 60).forEach(i -> {
                store.client().tell("carried");
                pause();
            });
            await().atMost(WorkingStore.PATIENCE)
                    .until(() -> !store.runId("carried").equals(first));
            assertThat(DevServer.client()
                            .newUntypedWorkflowStub(store.workflowId("carried"))
                            .describe()
                            .getTypedSearchAttributes()
                            .get(SearchKeys.STRATEGY))
                    .describedAs("what says that its next compactions may carry search attributes")
                    .isEqualTo("GIST");
            held.release();
            assertThat(store.ended("carried").outcomes()).isEqualTo(Map.of(ItemOutcome.COMPACTED, 4L));
            assertThat(store.number("select count(*) from compaction")).isEqualTo(4);
        }
    }

    @Test
    void aBackfillWhoseWorkflowIsGoneIsInterruptedAndStartedAgainTakesTheRest() {
        HeldSummarizer held = new HeldSummarizer();
        try (BackfilledStore store = new BackfilledStore(postgres, held)) {
            store.conversations(3);
            store.start("gone", 2);
            store.awaitInFlight(2);
            DevServer.client().newUntypedWorkflowStub(store.workflowId("gone")).terminate("by a test");
            new Reconciliation(store.database(), DevServer.client()).run();
            Backfill gone = store.backfill("gone");
            assertThat(gone.outcome()).isEqualTo(BackfillOutcome.INTERRUPTED);
            store.start("gone", 2);
            held.release();
            assertThat(store.ended("gone").ended()).isEqualTo(3);
            assertThat(store.number("select count(*) from conversation where gist is not null"))
                    .isEqualTo(3);
            assertThat(store.number("select count(*) from compaction where state = 'running'"))
                    .isZero();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
