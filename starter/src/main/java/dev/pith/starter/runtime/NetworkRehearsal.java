package dev.pith.starter.runtime;

import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.testserver.TestServer;
import java.time.Duration;

/**
 * Opens one network connection like that to a Temporal server. It loads the transport classes for the launcher's class
 * archive when no server is available: the first command may need none, but a later one may.
 */
public final class NetworkRehearsal {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private NetworkRehearsal() {}

    /** Connects to a test server in this process and disconnects. */
    public static void run() {
        int port = Ports.free(0);
        TemporalEndpoint endpoint = TemporalEndpoint.of(new ServerRecord(port, 0, "rehearsal", false));
        TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port);
        try (TransportThread thread = new TransportThread()) {
            WorkflowServiceStubs stubs =
                    WorkflowServiceStubs.newServiceStubs(thread.to(endpoint).build());
            try {
                stubs.connect(PATIENCE);
            } finally {
                stubs.shutdownNow();
            }
        } finally {
            server.close();
        }
    }
}
