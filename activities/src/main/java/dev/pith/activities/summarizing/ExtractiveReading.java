package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.identifiers.IdentifierScanner;
import dev.pith.activities.identifiers.NameScanner;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;
import java.time.ZoneId;

/**
 * Reads messages in order, in bounded memory, and writes any number of summaries of what was read. Not thread-safe.
 */
public final class ExtractiveReading {

    private final TokenCounter counter = TokenCounter.shared();
    private final DigestReader reader;

    /** Creates a reading that finds names with {@link IdentifierScanner}. */
    public ExtractiveReading() {
        this(IdentifierScanner::scan, ZoneId.systemDefault());
    }

    /** Creates a reading whose days are those of a time zone. */
    ExtractiveReading(ZoneId zone) {
        this(IdentifierScanner::scan, zone);
    }

    /** Creates a reading with another scanner. */
    ExtractiveReading(NameScanner scanner, ZoneId zone) {
        reader = new DigestReader(scanner, zone);
    }

    /** Reads the next message, in the order of the conversation. */
    public void read(StoredMessage message) {
        reader.read(message);
    }

    /** Returns the digest of everything read so far. */
    public Digest digest() {
        return reader.digest();
    }

    /** Returns a summary of everything read so far. */
    public Draft draft(Wish wish) {
        return Writing.of(reader.digest(), null, wish, counter);
    }

    /**
     * Returns notes to accompany a summary by another writer: constraints, state, and the names that it dropped.
     *
     * @param summary the accompanied text; empty without one
     */
    public String notes(String summary, Wish wish) {
        return new Notes(counter, wish).render(reader.digest(), summary);
    }
}
