package dev.pith.starter.engine;

import dev.pith.starter.runtime.Home;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;

/**
 * The Temporal that work runs on. What runs belongs to its place: another one knows nothing of it.
 *
 * @param id the same wherever it is reached
 * @param told how users are told of it
 */
record TemporalPlace(String id, String told) {

    /** A home's own, be it a server or inside of its commands: it stays the same when its data are lost. */
    static TemporalPlace of(Home home) {
        return new TemporalPlace("home/" + home.id(), "the Temporal of the home " + home.root());
    }

    /**
     * A namespace of a cluster. Clusters that do not tell their id to everybody are known by their address.
     *
     * @throws UnreachableException where the cluster has no such namespace
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
