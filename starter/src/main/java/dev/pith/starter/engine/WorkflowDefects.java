package dev.pith.starter.engine;

import io.temporal.common.converter.DataConverterException;
import io.temporal.worker.NonDeterministicException;
import io.temporal.worker.WorkflowImplementationOptions;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;

/**
 * The exceptions that end a workflow. Each is deterministic: a retry would fail in the same way. This includes a request
 * of a newer version.
 */
final class WorkflowDefects {

    private WorkflowDefects() {}

    /**
     * Returns the options for all workflows. {@code RuntimeException} must not be among the types, since the SDK's {@code
     * PotentialDeadlockException} is one: a computer that is overloaded or asleep for a second would end the work.
     */
    static WorkflowImplementationOptions options() {
        return WorkflowImplementationOptions.newBuilder()
                .setFailWorkflowExceptionTypes(
                        NonDeterministicException.class,
                        DataConverterException.class,
                        IllegalArgumentException.class,
                        NullPointerException.class,
                        NoSuchElementException.class,
                        IndexOutOfBoundsException.class,
                        ClassCastException.class,
                        ArithmeticException.class,
                        UnsupportedOperationException.class,
                        ConcurrentModificationException.class)
                .build();
    }
}
