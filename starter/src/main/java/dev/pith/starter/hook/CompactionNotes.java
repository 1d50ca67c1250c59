package dev.pith.starter.hook;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.summarizing.Summarizer.Wish;
import java.util.stream.Stream;

/** What an agent should still know of the messages that a compaction took away. Thread-safe. */
final class CompactionNotes {

    /** With the frame around them they stay below what Claude Code takes from a hook. */
    private static final int TOKENS = 2_000;

    /** The notes; empty where there is nothing to tell. */
    String of(Stream<StoredMessage> messages) {
        return new ExtractiveSummarizer()
                .summarize(messages, new Wish(TOKENS, null))
                .text()
                .strip();
    }
}
