package dev.pith.activities.backfill;

import java.math.BigDecimal;

/**
 * An item that a round dispatched.
 *
 * @param compaction the id of its compaction
 * @param tokens the most tokens that it may take; 0 without a limit on spending
 * @param cost the most that it may cost; 0 without a limit on spending
 */
public record DispatchedItem(long number, String conversation, String compaction, long tokens, BigDecimal cost) {}
