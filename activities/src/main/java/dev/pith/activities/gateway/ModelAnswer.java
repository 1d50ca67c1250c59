package dev.pith.activities.gateway;

import dev.pith.workflows.model.Verdict;

/**
 * A model's answer.
 *
 * @param reused it stood in the journal
 */
public record ModelAnswer(String text, Verdict verdict, boolean reused) {}
