package dev.pith.activities.model;

/**
 * The reply of a model.
 *
 * @param text its answer without reasoning, stripped; empty where there is none
 * @param reasoned whether reasoning came with it
 * @param ended why, in the endpoint's own word; empty where it gave none
 * @param usage as the endpoint says, else counted
 * @param windowTold the context window where the endpoint's answer tells it; 0 where it does not
 */
public record ModelReply(String text, boolean reasoned, Finish finish, String ended, Usage usage, int windowTold) {}
