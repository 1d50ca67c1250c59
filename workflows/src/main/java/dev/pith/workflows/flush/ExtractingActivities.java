package dev.pith.workflows.flush;

import io.temporal.activity.ActivityInterface;

/** Activities that extract memories. Each attempt makes at most one generating call. */
@ActivityInterface
public interface ExtractingActivities {

    /** Extracts the memories of a range, and stores them and the end of the range in one transaction. */
    Extracted extract(FlushTask task);
}
