package dev.pith.starter.durability;

import dev.pith.activities.testing.Patience;
import dev.pith.starter.runtime.TestTemporal;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Somebody's own dev server, where everybody would look for one: on the default port, unless that is taken. */
final class ForeignTemporal implements AutoCloseable {

    private static final int DEFAULT_PORT = 7233;

    private final Process process;
    private final String target;
    private final WorkflowServiceStubs stubs;

    ForeignTemporal() throws IOException {
        int port = TestTemporal.port(DEFAULT_PORT);
        target = "127.0.0.1:" + port;
        process = new ProcessBuilder(
                        TestTemporal.program().toString(),
                        "server",
                        "start-dev",
                        "--headless",
                        "--ip",
                        "127.0.0.1",
                        "--port",
                        "" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        WorkflowServiceStubsOptions options =
                WorkflowServiceStubsOptions.newBuilder().setTarget(target).build();
        try {
            stubs = WorkflowServiceStubs.newConnectedServiceStubs(options, Duration.ofSeconds(30));
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    String target() {
        return target;
    }

    /** How many workflows it ever saw in its default namespace, which is the one that homes use. */
    long workflows() {
        return WorkflowClient.newInstance(stubs).listExecutions("").count();
    }

    /** The names of the search attributes that somebody registered. */
    Set<String> searchAttributes() {
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(stubs.getRawChannel())
                .validateAndBuildWithDefaults());
        try {
            return operator.blockingStub()
                    .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                            .setNamespace("default")
                            .build())
                    .getCustomAttributesMap()
                    .keySet();
        } finally {
            operator.shutdownNow();
        }
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        process.destroy();
        process.onExit().orTimeout(Patience.LONG.toSeconds(), TimeUnit.SECONDS).join();
    }
}
