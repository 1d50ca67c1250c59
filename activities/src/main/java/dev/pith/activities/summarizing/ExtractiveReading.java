package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.identifiers.IdentifierScanner;
import dev.pith.activities.identifiers.NameScanner;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;

/**
 * Reads messages as they come, in memory that does not grow with them, and writes any number of summaries of what was read.
 * Not thread-safe.
 */
public final class ExtractiveReading {

    private final TokenCounter counter = TokenCounter.shared();
    private final DigestReader reader;

    /** Finds names as {@link IdentifierScanner} does. */
    public ExtractiveReading() {
        this(IdentifierScanner::scan);
    }

    /** Finds names with another scanner. */
    ExtractiveReading(NameScanner scanner) {
        reader = new DigestReader(scanner);
    }

    /** The next message, in the order of the conversation. */
    public void read(StoredMessage message) {
        reader.read(message);
    }

    /** What is kept of everything read so far. */
    public Digest digest() {
        return reader.digest();
    }

    /** A summary of everything read so far. */
    public Draft draft(Wish wish) {
        return Writing.of(reader.digest(), null, wish, counter);
    }

    /**
     * What stands beside a summary that somebody else wrote: what binds, how things stand, and the names that it dropped.
     *
     * @param summary the text that stands beside it, empty where there is none
     */
    public String notes(String summary, Wish wish) {
        return new Notes(counter, wish).render(reader.digest(), summary);
    }
}
