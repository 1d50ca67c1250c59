package dev.pith.workflows.backfill;

/**
 * A dispatched conversation.
 *
 * @param number its place in the backfill, from 1
 * @param compaction the id of the compaction to start
 */
public record BackfillItem(long number, String conversation, String compaction) {}
