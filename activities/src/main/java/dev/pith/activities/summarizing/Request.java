package dev.pith.activities.summarizing;

/** What a person asked, and as which message. */
record Request(long seq, String text) {}
