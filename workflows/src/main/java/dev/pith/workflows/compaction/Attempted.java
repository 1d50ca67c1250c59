package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Verdict;

/**
 * The result of an attempt at a text. An accepted text is in the store.
 *
 * @param tokens the tokens of the text; 0 if it was rejected
 * @param reused whether an earlier attempt or compaction stored it
 */
public record Attempted(Verdict verdict, int tokens, boolean reused) {}
