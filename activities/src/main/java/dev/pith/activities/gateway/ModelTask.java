package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelRequest;
import dev.pith.workflows.model.ModelUse;
import java.time.Instant;

/**
 * What a step of a compaction or a flush asks its model.
 *
 * @param compaction what the call is counted and limited under: a compaction, or a flush that somebody asked for by hand
 * @param purpose chunk, merge or flush
 * @param work which text the answer is to become: attempts for the same text share it
 * @param asked when the step was first due; patience does not begin before
 * @param promptTokens what the request takes, as Pith counts
 * @param redacted how many secrets were taken out of it
 */
public record ModelTask(
        String conversation,
        String compaction,
        String purpose,
        String work,
        ModelUse use,
        Instant asked,
        ModelRequest request,
        int promptTokens,
        int redacted) {}
