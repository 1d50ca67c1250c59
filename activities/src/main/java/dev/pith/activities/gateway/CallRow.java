package dev.pith.activities.gateway;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code model_call} as a call begins, with the most that it may take.
 *
 * @param compaction the compaction whose limits the call counts against; null for none
 * @param purpose {@code chunk}, {@code merge}, {@code flush} or {@code test}
 * @param work the key of the text to be written; attempts at the same text share it
 * @param cost the most that it may cost; null if prices are unknown
 * @param redacted the number of secrets that were redacted
 */
public record CallRow(
        String conversation,
        @Nullable String compaction,
        String purpose,
        String work,
        String endpoint,
        String profile,
        String model,
        long tokensIn,
        long tokensOut,
        @Nullable BigDecimal cost,
        int redacted) {}
