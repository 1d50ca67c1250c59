package dev.pith.workflows;

import io.temporal.common.Priority;
import io.temporal.workflow.Workflow;

/**
 * Temporal task priorities. A workflow starts with one of them; its activities and continued runs inherit it. The
 * default is {@link #BACKGROUND}. Within a priority, tasks run in order of arrival; fairness keys are not used.
 */
public final class Priorities {

    /** Work that a person waits for. */
    public static final Priority INTERACTIVE = key(1);

    /** Work that should be done soon: memory flushes, scheduled backfills. */
    public static final Priority BACKGROUND = key(3);

    /** Work that may take days: the compactions of a backfill. */
    public static final Priority BACKFILL = key(5);

    private Priorities() {}

    /**
     * Returns the priority of abandoned children of the running workflow: {@link #BACKGROUND}, or its own if that is
     * lower.
     */
    public static Priority background() {
        Priority own = Workflow.getInfo().getPriority();
        return own != null && own.getPriorityKey() > BACKGROUND.getPriorityKey() ? own : BACKGROUND;
    }

    /** Temporal's keys are 1 to 5; lower runs sooner, and 3 is the default. */
    private static Priority key(int key) {
        return Priority.newBuilder().setPriorityKey(key).build();
    }
}
