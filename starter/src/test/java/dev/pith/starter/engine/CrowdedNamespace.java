package dev.pith.starter.engine;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Duration;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A namespace of the tests' server that has as many search attributes as it may have, none of them Pith's. */
final class CrowdedNamespace {

    /** What Temporal allows over SQL. */
    private static final int KEYWORDS = 10;

    private CrowdedNamespace() {}

    /** A client of a new one. */
    static WorkflowClient client(String name) {
        var stubs = DevServer.client().getWorkflowServiceStubs();
        stubs.blockingStub()
                .registerNamespace(RegisterNamespaceRequest.newBuilder()
                        .setNamespace(name)
                        .setWorkflowExecutionRetentionPeriod(
                                Duration.newBuilder().setSeconds(86_400))
                        .build());
        WorkflowClient client = WorkflowClient.newInstance(
                stubs, WorkflowClientOptions.newBuilder().setNamespace(name).build());
        Map<String, IndexedValueType> others = IntStream.range(0, KEYWORDS)
                .boxed()
                .collect(Collectors.toMap(i -> "Somebodys" + i, i -> IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        // A new namespace is not known everywhere at once.
        await().atMost(WorkingStore.PATIENCE)
                .ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                .untilAsserted(() -> SearchAttributes.add(client, others));
        return client;
    }
}
