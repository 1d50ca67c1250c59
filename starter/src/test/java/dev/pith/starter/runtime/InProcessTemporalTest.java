package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.junit.jupiter.api.Test;

class InProcessTemporalTest {

    /** The smallest workflow there is. */
    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet(String name);
    }

    public static final class GreetingImpl implements Greeting {
        @Override
        public String greet(String name) {
            return "Hello " + name;
        }
    }

    @Test
    void runsAWorkflow() {
        try (InProcessTemporal temporal = InProcessTemporal.start(WorkflowClientOptions.getDefaultInstance())) {
            WorkerFactory workers = WorkerFactory.newInstance(temporal.client());
            workers.newWorker("queue").registerWorkflowImplementationTypes(GreetingImpl.class);
            workers.start();
            Greeting greeting = temporal.client()
                    .newWorkflowStub(
                            Greeting.class,
                            WorkflowOptions.newBuilder().setTaskQueue("queue").build());
            assertThat(greeting.greet("you")).isEqualTo("Hello you");
            workers.shutdownNow();
        }
    }
}
