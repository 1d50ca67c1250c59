package dev.pith.activities.calling;

import dev.pith.workflows.compaction.Verdict;

/**
 * A model's answer.
 *
 * @param reused it stood in the journal
 */
public record Answer(String text, Verdict verdict, boolean reused) {}
