package dev.pith.workflows.backfill;

/**
 * A conversation whose turn has come.
 *
 * @param number its place in the backfill, from 1
 * @param compaction the id of the compaction that is to be started
 */
public record BackfillItem(long number, String conversation, String compaction) {}
