package dev.pith.workflows.flush;

import io.temporal.activity.ActivityInterface;

/** Activities that extract memories. Each attempt makes at most one generating call. */
@ActivityInterface
public interface ExtractingActivities {

    /** Extracts the memories of a range and writes them, together with the range's end, in one transaction. */
    Extracted extract(FlushTask task);
}
