package dev.pith.workflows.flush;

import io.temporal.activity.ActivityInterface;

/** The activities on table {@code flush}. Activity types are named Flush and the method. */
@ActivityInterface(namePrefix = "Flush")
public interface FlushActivities {

    /** Returns the first due range of a conversation, or the time until one is due. */
    Due next(String conversation);

    /**
     * Postpones a range that could not be attempted, e.g. because its endpoint is in cooldown. Does not count as an
     * attempt.
     */
    void postpone(FlushRange range, long millis, String why);

    /**
     * Records a failed attempt and schedules a retry. After the last attempt, the range is extracted without its model
     * if it allows that; otherwise it waits for a manual request.
     */
    void failed(FlushRange range, String why);

    /**
     * Splits a range that its model could not read whole into two. Returns false for a single message, which cannot be
     * split.
     */
    boolean split(FlushRange range);
}
