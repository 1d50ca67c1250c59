package dev.pith.activities.planning;

/**
 * The tail of a conversation.
 *
 * @param fromSeq its first message; last message + 1 if nothing is kept word for word
 * @param tokens its tokens
 */
public record Tail(long fromSeq, long tokens) {}
