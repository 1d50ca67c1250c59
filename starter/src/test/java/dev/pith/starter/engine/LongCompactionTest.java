package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.Priorities;
import dev.pith.workflows.SearchKeys;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Progress;
import io.temporal.client.WorkflowExecutionDescription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More chunks than one history should hold: the workflow continues as new. */
@Tag("servers")
class LongCompactionTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void isOneCompactionForEverybodyWhoLooks() {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            String conversation = StoredConversation.dialogue(store.database, "long", 190, 60);
            Running running = store.compactions.start(conversation, WorkingStore.spec(100));
            String firstRun = describe(running).getExecution().getRunId();
            List<Progress> seen = new ArrayList<>();

            await().atMost(WorkingStore.PATIENCE).until(() -> {
                store.compactions.progress(conversation, Strategy.ROLLING).ifPresent(seen::add);
                return !describe(running).getExecution().getRunId().equals(firstRun);
            });
            assertThat(describe(running).getTypedSearchAttributes().get(SearchKeys.CONVERSATION))
                    .isEqualTo(conversation);
            assertThat(describe(running)
                            .getRawDescription()
                            .getWorkflowExecutionInfo()
                            .getPriority()
                            .getPriorityKey())
                    .isEqualTo(Priorities.INTERACTIVE.getPriorityKey());
            new Reconciliation(store.database, DevServer.client()).run();
            assertThat(store.runs(conversation)).isTrue();
            Running attached = store.compactions.start(conversation, WorkingStore.spec(100));
            assertThat(attached.request()).isEqualTo(running.request());
            Compaction ended = store.ended(running);
            seen.add(store.compactions.progress(conversation, Strategy.ROLLING).orElseThrow());

            assertThat(ended.outcome()).isEqualTo(Outcome.COMPACTED);
            assertThat(ended.chunks()).isGreaterThan(100);
            assertThat(seen).extracting(Progress::percent).isSorted();
            assertThat(seen).extracting(Progress::chunksDone).isSorted();
            assertThat(seen.get(seen.size() - 1).chunksDone()).isEqualTo(ended.chunks());
            assertThat(store.coverage(conversation).complete()).isTrue();
            assertThat(store.versions(conversation)).hasSize(2);
        }
    }

    private static WorkflowExecutionDescription describe(Running running) {
        return DevServer.client().newUntypedWorkflowStub(running.workflowId()).describe();
    }
}
