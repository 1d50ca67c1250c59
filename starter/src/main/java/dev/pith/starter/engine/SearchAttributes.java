package dev.pith.starter.engine;

import dev.pith.workflows.SearchKeys;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.client.WorkflowClient;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;

/** Registers the search attributes; registering them again changes nothing. */
final class SearchAttributes {

    private SearchAttributes() {}

    static void register(WorkflowClient client) {
        AddSearchAttributesRequest.Builder request = AddSearchAttributesRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace());
        for (SearchAttributeKey<?> key : SearchKeys.all()) {
            request.putSearchAttributes(key.getName(), type(key));
        }
        OperatorServiceStubs stubs = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(client.getWorkflowServiceStubs().getRawChannel())
                .validateAndBuildWithDefaults());
        try {
            OperatorServiceGrpc.OperatorServiceBlockingStub operator = stubs.blockingStub();
            operator.addSearchAttributes(request.build());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw new UnreachableException(
                        "Temporal does not take Pith's search attributes: "
                                + e.getStatus().getDescription()
                                + ". Ask who runs it to add PithConversation, PithStrategy, PithOutcome (Keyword) and"
                                + " PithDegraded (Bool) to the namespace",
                        e);
            }
        } finally {
            stubs.shutdownNow();
        }
    }

    private static IndexedValueType type(SearchAttributeKey<?> key) {
        return key.getValueType();
    }
}
