package dev.pith.starter.runtime;

import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Checks whether a Temporal server is ready for work. */
public final class TemporalProbe {

    private static final int ATTEMPT_SECONDS = 2;

    private TemporalProbe() {}

    /**
     * Polls until the server is healthy and has the namespace, until the time is over, or until {@code useless} holds.
     */
    public static boolean serves(TemporalEndpoint server, Duration patience, BooleanSupplier useless) {
        int port = Integer.parseInt(server.target().substring(server.target().indexOf(':') + 1));
        // gRPC waits a second after a refused connection, so it connects only once the port listens.
        boolean listens = Poll.until(patience, () -> Ports.answers(port) || useless.getAsBoolean());
        if (!listens || useless.getAsBoolean()) {
            return false;
        }
        TransportThread thread = new TransportThread();
        WorkflowServiceStubs stubs =
                WorkflowServiceStubs.newServiceStubs(thread.to(server).build());
        try {
            Poll.until(patience, () -> isReady(stubs) || useless.getAsBoolean());
            return isReady(stubs);
        } finally {
            stubs.shutdownNow();
            thread.close();
        }
    }

    private static boolean isReady(WorkflowServiceStubs stubs) {
        try {
            if (stubs.healthCheck().getStatus() != ServingStatus.SERVING) {
                return false;
            }
            stubs.blockingStub()
                    .withDeadlineAfter(ATTEMPT_SECONDS, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(TemporalEndpoint.NAMESPACE)
                            .build());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }
}
