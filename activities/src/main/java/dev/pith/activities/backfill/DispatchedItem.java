package dev.pith.activities.backfill;

import java.math.BigDecimal;

/**
 * An item that is begun.
 *
 * @param compaction the id of its compaction
 * @param tokens what it may take
 * @param cost what that may cost
 */
public record DispatchedItem(long number, String conversation, String compaction, long tokens, BigDecimal cost) {}
