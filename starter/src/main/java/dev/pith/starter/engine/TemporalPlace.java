package dev.pith.starter.engine;

import dev.pith.starter.runtime.Home;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;

/**
 * Identifies the Temporal that work runs on. Running work belongs to its place; another Temporal does not know it.
 *
 * @param id a stable id, independent of the address
 * @param told the description for users
 */
record TemporalPlace(String id, String told) {

    /**
     * Returns the place of a home's own Temporal, a server or in-process. It stays the same if the server's data is
     * lost.
     */
    static TemporalPlace of(Home home) {
        return new TemporalPlace("home/" + home.id(), "the Temporal of the home " + home.root());
    }

    /**
     * Returns the place of a cluster's namespace. A cluster that does not disclose its id is identified by its address.
     *
     * @throws UnreachableException if the cluster has no such namespace
     */
    static TemporalPlace of(WorkflowServiceStubs stubs, String namespace, String address) {
        requireNamespace(stubs, namespace, address);
        String cluster;
        try {
            cluster = stubs.blockingStub()
                    .getClusterInfo(GetClusterInfoRequest.getDefaultInstance())
                    .getClusterId();
        } catch (StatusRuntimeException e) {
            cluster = "";
        }
        return new TemporalPlace(
                (cluster.isEmpty() ? "address/" + address : "cluster/" + cluster) + "/" + namespace,
                "the Temporal at " + address + ", namespace " + namespace);
    }

    private static void requireNamespace(WorkflowServiceStubs stubs, String namespace, String address) {
        try {
            stubs.blockingStub()
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(namespace)
                            .build());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                throw new UnreachableException(
                        "Temporal at " + address + " has no namespace " + namespace
                                + ": mend TEMPORAL_NAMESPACE or the profile that names it, or have it created"
                                + " (temporal operator namespace create " + namespace + ")",
                        e);
            }
        }
    }
}
