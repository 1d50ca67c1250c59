package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.CompactionClient.DifferentRequestException;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Outcome;
import io.temporal.client.WorkflowClient;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class HeldCompactionTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private HeldSummarizer summarizer;
    private WorkingStore store;

    @BeforeEach
    void start() {
        summarizer = new HeldSummarizer();
        store = new WorkingStore(postgres, summarizer);
    }

    @AfterEach
    void stop() {
        summarizer.release();
        store.close();
    }

    private Running held(String conversation) {
        Running running = store.compactions.start(conversation, WorkingStore.spec());
        store.awaitBegun(summarizer);
        return running;
    }

    @Test
    void messagesAppendedMeanwhileStayLive() {
        String conversation = store.conversation("grows");
        Running running = held(conversation);
        StoredConversation.store(
                store.database,
                Messages.session("grows"),
                List.of(Messages.person("late", "a11", "One more thing"), Messages.agent("later", "late", "Done")));
        summarizer.release();

        Compaction ended = store.ended(running);

        assertThat(ended.outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(ended.mark()).isEqualTo(24);
        assertThat(ended.chunks()).isGreaterThan(2);
        assertThat(store.coverage(conversation).live().contains(25)).isTrue();
        assertThat(store.coverage(conversation).live().contains(26)).isTrue();
        assertThat(store.coverage(conversation).messages()).isEqualTo(26);
        assertThat(store.coverage(conversation).complete()).isTrue();
    }

    @Test
    void anEqualRequestFollowsTheRunningOne() {
        String conversation = store.conversation("twice");
        Running first = held(conversation);
        Running second = new CompactionClient(DevServer.client(), SearchSupport.REGISTERED, store.database)
                .start(conversation, WorkingStore.spec());
        summarizer.release();

        assertThat(first.attached()).isFalse();
        assertThat(second.attached()).isTrue();
        assertThat(second.request()).isEqualTo(first.request());
        assertThat(store.ended(second).outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(store.versions(conversation))
                .extracting(ContextVersion::version)
                .containsExactly(1, 2);
    }

    @Test
    void anotherRequestIsRefusedWithTheDifferenceAndTheWaysOut() {
        String conversation = store.conversation("other");
        held(conversation);

        assertThatThrownBy(() -> store.compactions.start(conversation, WorkingStore.spec(500)))
                .isInstanceOf(DifferentRequestException.class)
                .hasMessageContaining("sizes")
                .hasMessageContaining("pith watch " + conversation)
                .hasMessageContaining("pith cancel " + conversation);
        assertThat(store.runs(conversation)).isTrue();
    }

    @Test
    void canceledItLeavesTheContextAsItWas() {
        String conversation = store.conversation("canceled");
        Running running = held(conversation);

        assertThat(store.compactions.cancel(conversation, Strategy.ROLLING))
                .hasValue(running.request().id());

        assertThat(store.ended(running).outcome()).isEqualTo(Outcome.CANCELED);
        assertThat(store.versions(conversation))
                .extracting(ContextVersion::version)
                .containsExactly(1);
        assertThat(store.coverage(conversation).live().size()).isEqualTo(24);
        assertThat(store.compactions.cancel(conversation, Strategy.ROLLING)).isEmpty();
    }

    @Test
    void canBeCanceledBeforeItIsPlanned() {
        String conversation = store.conversation("early");
        Running running = store.database.transact(handle -> {
            handle.execute("lock table compaction in share row exclusive mode");
            Running started = store.compactions.start(conversation, WorkingStore.spec());
            assertThat(store.compactions.cancel(conversation, Strategy.ROLLING))
                    .hasValue(started.request().id());
            return started;
        });

        assertThat(store.ended(running).outcome()).isEqualTo(Outcome.CANCELED);
        assertThat(store.runs(conversation)).isFalse();
        assertThat(store.versions(conversation)).hasSize(1);
    }

    @Test
    void aTemporalThatCannotSeeItDoesNotEndIt() {
        String conversation = store.conversation("elsewhere");
        Running running = held(conversation);
        try (TestWorkflowEnvironment another = TestWorkflowEnvironment.newInstance()) {
            WorkflowClient client = another.getWorkflowClient();
            new Reconciliation(store.database, client, () -> false).run();
            assertThat(store.runs(conversation)).isTrue();

            new Reconciliation(store.database, client, () -> true).run();
            assertThat(store.runs(conversation)).isFalse();
        }
        summarizer.release();
        assertThat(store.ended(running).outcome()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void terminatedInTemporalItEndsAsInterrupted() {
        String conversation = store.conversation("terminated");
        Running running = held(conversation);
        DevServer.client().newUntypedWorkflowStub(running.workflowId()).terminate("an operator did it");

        Compaction ended = store.ended(running);

        assertThat(ended.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(store.versions(conversation)).hasSize(1);
        summarizer.release();
        assertThat(store.ended(store.compactions.start(conversation, WorkingStore.spec()))
                        .outcome())
                .isEqualTo(Outcome.COMPACTED);
    }
}
