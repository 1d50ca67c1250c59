package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Verdict;

/**
 * What an attempt to write a text came to. A fit text is in the store.
 *
 * @param tokens what it takes
 * @param reused it was there already, from an earlier attempt or compaction
 */
public record Attempted(Verdict verdict, int tokens, boolean reused) {}
