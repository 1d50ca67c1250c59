package dev.pith.starter.engine;

import dev.pith.workflows.SearchKeys;
import dev.pith.workflows.SearchSupport;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The search attributes in Temporal. Pith registers them if it has permission, uses them if they are already
 * registered, and works without them otherwise.
 *
 * @param warning a warning for the user; null if the attributes are registered
 */
record SearchAttributes(SearchSupport support, @Nullable String warning) {

    private static final SearchAttributes REGISTERED = new SearchAttributes(SearchSupport.REGISTERED, null);

    private static final Set<Status.Code> AWAY = Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

    /**
     * Registers the search attributes. Idempotent.
     *
     * @throws UnreachableException if Temporal does not answer
     */
    static SearchAttributes register(WorkflowClient client) {
        try {
            add(
                    client,
                    SearchKeys.all().stream()
                            .collect(Collectors.toMap(SearchAttributeKey::getName, SearchAttributeKey::getValueType)));
            return REGISTERED;
        } catch (StatusRuntimeException e) {
            if (AWAY.contains(e.getStatus().getCode())) {
                throw new UnreachableException("Temporal does not answer: " + RootCause.message(e), e);
            }
            boolean known = e.getStatus().getCode() == Status.Code.ALREADY_EXISTS || areKnown(client);
            return known ? REGISTERED : missing(client, e.getStatus());
        }
    }

    /** Adds search attributes to the client's namespace. */
    static void add(WorkflowClient client, Map<String, IndexedValueType> types) {
        AddSearchAttributesRequest request = AddSearchAttributesRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .putAllSearchAttributes(types)
                .build();
        OperatorServiceStubs stubs = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(client.getWorkflowServiceStubs().getRawChannel())
                .validateAndBuildWithDefaults());
        try {
            stubs.blockingStub().addSearchAttributes(request);
        } finally {
            stubs.shutdownNow();
        }
    }

    /** Checks by a query: Temporal rejects one that names an unknown attribute. This needs only read permission. */
    private static boolean areKnown(WorkflowClient client) {
        String query =
                SearchKeys.all().stream().map(key -> key.getName() + " is null").collect(Collectors.joining(" and "));
        try {
            client.getWorkflowServiceStubs()
                    .blockingStub()
                    .countWorkflowExecutions(CountWorkflowExecutionsRequest.newBuilder()
                            .setNamespace(client.getOptions().getNamespace())
                            .setQuery(query)
                            .build());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private static SearchAttributes missing(WorkflowClient client, Status refusal) {
        String command = SearchKeys.all().stream()
                .map(key -> "--name " + key.getName() + " --type " + type(key))
                .collect(Collectors.joining(
                        " ",
                        "temporal operator search-attribute create --namespace "
                                + client.getOptions().getNamespace() + " ",
                        ""));
        String why = refusal.getDescription() == null ? refusal.getCode().name() : refusal.getDescription();
        return new SearchAttributes(
                SearchSupport.MISSING,
                "Temporal does not know Pith's search attributes and does not let Pith add them (" + why
                        + "): workflows run without them and are not found by them. Who runs it adds them with: "
                        + command);
    }

    private static String type(SearchAttributeKey<?> key) {
        return key.getValueType() == IndexedValueType.INDEXED_VALUE_TYPE_BOOL ? "Bool" : "Keyword";
    }
}
