package dev.pith.starter.engine;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Duration;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
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
        AddSearchAttributesRequest.Builder others =
                AddSearchAttributesRequest.newBuilder().setNamespace(name);
        IntStream.range(0, KEYWORDS)
                .forEach(i -> others.putSearchAttributes("Somebodys" + i, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(stubs.getRawChannel())
                .validateAndBuildWithDefaults());
        // A new namespace is not known everywhere at once.
        await().atMost(WorkingStore.PATIENCE)
                .ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                .until(() -> operator.blockingStub().addSearchAttributes(others.build()) != null);
        return WorkflowClient.newInstance(
                stubs, WorkflowClientOptions.newBuilder().setNamespace(name).build());
    }
}
