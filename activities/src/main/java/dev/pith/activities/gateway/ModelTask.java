package dev.pith.activities.gateway;

import dev.pith.activities.model.ModelRequest;
import dev.pith.workflows.model.ModelUse;
import java.time.Instant;

/**
 * A request of one step of a compaction or a flush to its model.
 *
 * @param compaction the compaction, or the manual flush, whose limits the call counts against
 * @param purpose {@code chunk}, {@code merge} or {@code flush}
 * @param work the key of the text to be written; attempts at the same text share it
 * @param asked the time when the step first became due; patience starts then
 * @param promptTokens the tokens of the request, by Pith's count
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
