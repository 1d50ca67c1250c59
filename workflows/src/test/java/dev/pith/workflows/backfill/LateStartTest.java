package dev.pith.workflows.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.workflows.SearchKeys;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Sizes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A child whose start nobody answers: Temporal's test server says nothing of one with a search attribute that it does not
 * know, and of those of a compaction only one is registered here.
 */
class LateStartTest {

    private static final String QUEUE = TaskQueues.workflows("test");

    /** Hands out one item, and is over once the workflow asks after it. */
    private static final class OneItem implements BackfillActivities {

        final List<InFlight> asked = new ArrayList<>();

        @Override
        public void begin(BackfillRequest request, String run) {
            // Nothing to remember.
        }

        @Override
        public Dispatch turn(String name, String run, InFlight inFlight) {
            asked.add(inFlight);
            boolean first = asked.size() == 1;
            List<BackfillItem> start = first ? List.of(new BackfillItem(1, "c1", "k1")) : List.of();
            boolean over = !inFlight.closed().isEmpty();
            return new Dispatch(start, over ? List.of(1L) : List.of(), Map.of(), false, over, 60_000, "");
        }

        @Override
        public void cancel(String name, String run) {
            throw new IllegalStateException("nobody cancels it");
        }
    }

    /** The pending start holds the server's clock, once it is asked for. */
    private static void letTimePass(TestWorkflowEnvironment environment, String workflow) {
        await().until(() -> environment.getWorkflowClient().fetchHistory(workflow).getEvents().stream()
                .anyMatch(HistoryEvent::hasStartChildWorkflowExecutionInitiatedEventAttributes));
        TestServiceGrpc.newBlockingStub(environment.getWorkflowServiceStubs().getRawChannel())
                .unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
    }

    @Test
    void aChildThatCannotStartIsNotWaitedForForEver() {
        OneItem rows = new OneItem();
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .registerSearchAttribute(SearchKeys.STRATEGY.getName(), SearchKeys.STRATEGY.getValueType())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            var worker = environment.newWorker(QUEUE);
            worker.registerWorkflowImplementationTypes(BackfillWorkflowImpl.class);
            worker.registerActivitiesImplementations(rows);
            environment.start();
            Sizes sizes = new Sizes(2_000, 1, 100, 500, 400, 1_000, 1_000);
            BackfillSpec spec = new BackfillSpec(
                    new CompactionSpec(Strategy.ROLLING, null, null, null, 2, sizes),
                    Selection.ALL,
                    null,
                    null,
                    null,
                    null,
                    null);
            BackfillWorkflow workflow = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            BackfillWorkflow.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue(QUEUE)
                                    .setWorkflowId(WorkflowIds.backfill(QUEUE, "night"))
                                    .setTypedSearchAttributes(SearchSupport.REGISTERED.of(Strategy.ROLLING))
                                    .build());

            var request = new BackfillRequest("b1", "night", spec, BackfillRequest.Taking.ALL, 4);
            WorkflowClient.start(workflow::run, request, (BackfillCheckpoint) null);
            letTimePass(environment, WorkflowIds.backfill(QUEUE, "night"));
            WorkflowStub.fromTyped(workflow).getResult(BackfillProgress.class);
        }
        assertThat(rows.asked.get(1).closed()).isEmpty();
        assertThat(rows.asked).last().satisfies(inFlight -> {
            assertThat(inFlight.known()).containsExactly(1L);
            assertThat(inFlight.closed()).containsExactly(1L);
        });
    }
}
