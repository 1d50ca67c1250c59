package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelRequest;
import dev.pith.workflows.model.ModelUse;
import java.time.Instant;

/**
 * A request of one step of a compaction or a flush to its model.
 *
 * @param compaction the compaction, or the flush started by hand, whose limits the call counts against
 * @param purpose chunk, merge or flush
 * @param work the key of the text to be written; attempts at the same text share it
 * @param asked when the step was first due; patience begins then
 * @param promptTokens the tokens of the request, as Pith counts
 * @param redacted the number of secrets that were redacted
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
