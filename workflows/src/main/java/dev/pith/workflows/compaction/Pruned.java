package dev.pith.workflows.compaction;

/**
 * The result of finding long results of tools.
 *
 * @param tokensAfter the tokens of the context with lines instead of them
 * @param enough whether nothing else is to be done: the strategy is PRUNE, or the target of the context is reached
 */
public record Pruned(long tokensAfter, boolean enough) {}
