package dev.pith.starter.engine;

import dev.pith.starter.runtime.TestTemporal;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;

/** The one real Temporal server of this JVM; it suggests to continue as new early, so that tests see that too. */
public final class DevServer {

    private static final TemporalDevServer SERVER = start();

    private static final WorkflowClient CLIENT = WorkflowClient.newInstance(WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target()).build()));

    static {
        SearchAttributes.register(CLIENT);
    }

    private DevServer() {}

    public static String target() {
        return SERVER.getTarget();
    }

    public static WorkflowClient client() {
        return CLIENT;
    }

    private static TemporalDevServer start() {
        TemporalDevServer server = TemporalDevServer.start(TemporalDevServerOptions.newBuilder()
                .setExistingPath(TestTemporal.program().toString())
                .setLogLevel("error")
                .setExtraArgs(
                        "--dynamic-config-value", "limit.historyCount.suggestContinueAsNew=200",
                        "--dynamic-config-value", "matching.numTaskqueueWritePartitions=1",
                        "--dynamic-config-value", "history.transferProcessorMaxPollRPS=2000")
                .build());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "dev-server-stop"));
        return server;
    }
}
