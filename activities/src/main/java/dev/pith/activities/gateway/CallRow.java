package dev.pith.activities.gateway;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to call a model, as it begins: with what it may take at most.
 *
 * @param purpose chunk, merge, flush or test
 * @param work which text it is to write: attempts for the same text of a compaction share it
 * @param cost what it may cost at most; null where prices are unknown
 * @param redacted how many secrets were taken out of what was sent
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
