package dev.pith.starter.engine;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverterException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks up in Temporal whether a workflow is open, and how it ended. */
final class OpenWorkflow {

    /** The first part of the names of Temporal's states. */
    private static final String STATUS = "WORKFLOW_EXECUTION_STATUS_";

    /** The wait for the result of a workflow that has ended. */
    private static final Duration RESULT = Duration.ofSeconds(5);

    private OpenWorkflow() {}

    /** Returns the description of a workflow; empty if it has ended or is unknown. */
    static Optional<WorkflowExecutionDescription> of(WorkflowClient client, String workflowId) {
        try {
            WorkflowExecutionDescription described =
                    client.newUntypedWorkflowStub(workflowId).describe();
            return described.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                    ? Optional.of(described)
                    : Optional.empty();
        } catch (WorkflowNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Returns in words what became of a workflow that is not open, such as {@code failed: out of memory}. */
    static String ending(WorkflowClient client, String workflowId) {
        WorkflowStub stub = client.newUntypedWorkflowStub(workflowId);
        try {
            WorkflowExecutionStatus status = stub.describe().getStatus();
            if (status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
                return "does other work now";
            }
            String ending = status.name().substring(STATUS.length()).toLowerCase(Locale.ROOT);
            return "ended in Temporal as " + ending
                    + reason(stub).map(": "::concat).orElse("");
        } catch (WorkflowNotFoundException e) {
            return "is gone from Temporal";
        }
    }

    private static Optional<String> reason(WorkflowStub stub) {
        try {
            stub.getResult(RESULT.toMillis(), TimeUnit.MILLISECONDS, Object.class);
            return Optional.empty();
        } catch (WorkflowFailedException e) {
            return Optional.of(RootCause.message(e));
        } catch (WorkflowException | DataConverterException | TimeoutException e) {
            return Optional.empty();
        }
    }

    /** Terminates a workflow; does nothing if none is open. */
    static void terminate(WorkflowClient client, String workflowId, String reason) {
        try {
            client.newUntypedWorkflowStub(workflowId).terminate(reason);
        } catch (WorkflowNotFoundException e) {
            // It has ended, or there never was one.
        }
    }

    static boolean is(WorkflowClient client, String workflowId) {
        return of(client, workflowId).isPresent();
    }
}
