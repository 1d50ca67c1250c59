package dev.pith.workflows.flush;

import io.temporal.activity.ActivityInterface;

/** The rows of table {@code flush}, as a workflow works through them. Temporal shows each as Flush and its name. */
@ActivityInterface(namePrefix = "Flush")
public interface FlushActivities {

    /** The first range of a conversation that is due, or when one will be. */
    Due next(String conversation);

    /** Puts a range off that could not be attempted: its endpoint asks to wait. It costs no attempt. */
    void postpone(FlushRange range, long millis, String why);

    /**
     * Records an attempt that failed. After a while it is tried again; after the last attempt a range that may do without its
     * model is extracted without, and any other waits for somebody to ask for it.
     */
    void failed(FlushRange range, String why);

    /** Makes two ranges of one that its model could not read whole. Whether it could: one message cannot be split. */
    boolean split(FlushRange range);
}
