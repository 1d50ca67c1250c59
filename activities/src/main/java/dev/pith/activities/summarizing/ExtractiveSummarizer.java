package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.tokens.TokenCounter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Summarizes without a model: the users' words, the state, the best sentences, files and commands. Thread-safe. */
public final class ExtractiveSummarizer implements Summarizer {

    private final TokenCounter counter = TokenCounter.shared();

    @Override
    public String name() {
        return "extractive-7";
    }

    @Override
    public Draft summarize(Stream<StoredMessage> messages, Wish wish) {
        ExtractiveReading reading = new ExtractiveReading();
        messages.forEachOrdered(reading::read);
        return reading.draft(wish);
    }

    @Override
    public Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
        return Writing.of(PartDigest.of(parts), pinned, wish, counter);
    }
}
