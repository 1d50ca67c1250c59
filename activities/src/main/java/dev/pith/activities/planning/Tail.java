package dev.pith.activities.planning;

/**
 * The tail of a conversation.
 *
 * @param fromSeq its first message; one more than the last message where nothing is kept word for word
 * @param tokens what it holds
 */
public record Tail(long fromSeq, long tokens) {}
