package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Verdict;

/**
 * The result of an attempt at a text. An accepted text is in the store.
 *
 * @param tokens its tokens
 * @param reused whether it was stored by an earlier attempt or compaction
 */
public record Attempted(Verdict verdict, int tokens, boolean reused) {}
