package dev.pith.activities.model;

/**
 * The reply of a model.
 *
 * @param text the answer without reasoning, stripped; empty if there is none
 * @param reasoned whether the model returned reasoning
 * @param ended the endpoint's own finish reason; empty if it gave none
 * @param usage as the endpoint reports, otherwise counted
 * @param windowTold the context window in tokens as the answer reports; 0 if it does not
 */
public record ModelReply(String text, boolean reasoned, Finish finish, String ended, Usage usage, int windowTold) {}
