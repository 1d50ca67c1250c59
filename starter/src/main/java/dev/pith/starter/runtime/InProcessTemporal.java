package dev.pith.starter.runtime;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;

/**
 * Runs the Java test server inside this process, for machines without a Temporal server. It has no UI and no list of
 * workflows, and its work ends with the process.
 */
public final class InProcessTemporal implements AutoCloseable {

    /** The warning for the user. */
    public static final String WARNING =
            "Temporal runs inside this process: there is no UI, and running work ends with it";

    private final TestWorkflowEnvironment environment;

    private InProcessTemporal(TestWorkflowEnvironment environment) {
        this.environment = environment;
    }

    /** Starts the server with the real clock. */
    public static InProcessTemporal start(WorkflowClientOptions options) {
        return new InProcessTemporal(TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkflowClientOptions(options)
                .build()));
    }

    public WorkflowServiceStubs stubs() {
        return environment.getWorkflowServiceStubs();
    }

    public WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    @Override
    public void close() {
        environment.close();
    }
}
