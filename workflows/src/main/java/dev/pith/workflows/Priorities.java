package dev.pith.workflows;

import io.temporal.common.Priority;
import io.temporal.workflow.Workflow;

/**
 * Whose work goes first where a queue holds more than its workers take. A workflow is started with one of these; its
 * activities and the runs that continue it inherit it. Who says nothing counts as {@link #BACKGROUND}. Nothing is said of
 * fairness: within a priority the first come is the first served.
 */
public final class Priorities {

    /** Somebody waits for it. */
    public static final Priority INTERACTIVE = key(1);

    /** Nobody waits for it, yet it should be done soon: what outlives a conversation is written into memory. */
    public static final Priority BACKGROUND = key(3);

    /** Nobody waits for it, and it may take days: a backfill's compactions. */
    public static final Priority BACKFILL = key(5);

    private Priorities() {}

    /** That of what nobody waits for and that a workflow leaves behind: no sooner than its own work. */
    public static Priority background() {
        Priority own = Workflow.getInfo().getPriority();
        return own != null && own.getPriorityKey() > BACKGROUND.getPriorityKey() ? own : BACKGROUND;
    }

    /** Temporal knows 1 to 5; the lower is sooner, and 3 is the default. */
    private static Priority key(int key) {
        return Priority.newBuilder().setPriorityKey(key).build();
    }
}
