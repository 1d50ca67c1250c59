package dev.pith.activities.gateway;

import dev.pith.workflows.model.Verdict;

/**
 * A reply with its verdict.
 *
 * @param reused whether it was read from the journal
 */
public record ModelAnswer(String text, Verdict verdict, boolean reused) {}
