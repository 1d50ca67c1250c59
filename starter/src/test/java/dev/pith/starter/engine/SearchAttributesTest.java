package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.SearchKeys;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillProgress;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.compaction.Outcome;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Temporals that do not let Pith register its search attributes. */
@Tag("servers")
class SearchAttributesTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void whereTheyCannotBeAddedWorkRunsWithoutThemAndTheCommandIsTold() throws Exception {
        WorkflowClient client = CrowdedNamespace.client("crowded");
        SearchAttributes missing = SearchAttributes.register(client);
        assertThat(missing.support()).isEqualTo(SearchSupport.MISSING);
        assertThat(missing.warning())
                .contains("cannot have more than 10 search attribute")
                .endsWith("temporal operator search-attribute create --namespace crowded --name PithConversation"
                        + " --type Keyword --name PithStrategy --type Keyword --name PithOutcome --type Keyword"
                        + " --name PithDegraded --type Bool");

        WorkerSpec spec =
                new WorkerSpec(missing.support(), WorkerSpec.defaults().redaction(), null);
        try (Database database = Database.open(new StoreSettings(POSTGRES.jdbcUrl(), null, null, 8));
                PithWorker worker = PithWorker.start(client, database, new ExtractiveSummarizer(), List.of(), spec)) {
            assertThat(worker).isNotNull();
            compactsAndFlushes(client, database);
            backfills(client, database);
        }
    }

    @Test
    void whereSomebodyElseAddedThemTheyAreUsed() {
        ManagedChannel channel = Grpc.newChannelBuilder(DevServer.target(), InsecureChannelCredentials.create())
                .intercept(new Denying(OperatorServiceGrpc.getAddSearchAttributesMethod()))
                .build();
        try {
            WorkflowClient client = WorkflowClient.newInstance(WorkflowServiceStubs.newServiceStubs(
                    WorkflowServiceStubsOptions.newBuilder().setChannel(channel).build()));
            assertThat(DevServer.client()).isNotNull();
            assertThat(SearchAttributes.register(client))
                    .isEqualTo(new SearchAttributes(SearchSupport.REGISTERED, null));
        } finally {
            channel.shutdownNow();
        }
    }

    private static void compactsAndFlushes(WorkflowClient client, Database database) {
        CompactionClient compactions = new CompactionClient(client, SearchSupport.MISSING, database);
        String conversation = StoredConversation.dialogue(database, "plain", 12, 400);
        Running running = compactions.start(conversation, WorkingStore.spec().flushed(FlushMode.INLINE));
        compactions
                .ended(conversation, Strategy.ROLLING)
                .orTimeout(Patience.LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
        assertThat(compactions.settled(running.request().id()).orElseThrow().outcome())
                .isEqualTo(Outcome.COMPACTED);
        assertThat(client.newUntypedWorkflowStub(running.workflowId())
                        .describe()
                        .getTypedSearchAttributes()
                        .containsKey(SearchKeys.OUTCOME))
                .isFalse();
    }

    private static void backfills(WorkflowClient client, Database database) throws Exception {
        new BackfillClient(client, SearchSupport.MISSING, database).start("all", BackfilledStore.spec(), Taking.ALL, 2);
        String workflow = WorkflowIds.backfill(TaskQueues.workflows(database.storeId()), "all");
        BackfillProgress ended =
                client.newUntypedWorkflowStub(workflow).getResult(60, TimeUnit.SECONDS, BackfillProgress.class);
        assertThat(ended.ended()).isPositive();
    }

    /** Whoever calls has no right to one method. */
    private record Denying(MethodDescriptor<?, ?> denied) implements ClientInterceptor {

        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return next.newCall(
                    method.getFullMethodName().equals(denied.getFullMethodName())
                            ? method.toBuilder()
                                    .setFullMethodName(method.getServiceName() + "/Denied")
                                    .build()
                            : method,
                    options);
        }
    }
}
