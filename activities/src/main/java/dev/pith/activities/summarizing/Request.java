package dev.pith.activities.summarizing;

/**
 * A request of a person.
 *
 * @param seq the number of its message
 */
record Request(long seq, String text) {}
