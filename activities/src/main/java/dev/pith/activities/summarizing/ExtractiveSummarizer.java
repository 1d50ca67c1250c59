package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.identifiers.TraceRecorder;
import dev.pith.activities.summarizing.Statement.Voice;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The summarizer that needs no model: the users' words, the state, the best sentences, files and commands. */
public final class ExtractiveSummarizer implements Summarizer {

    private final TokenCounter counter = TokenCounter.shared();

    @Override
    public String name() {
        return "extractive-2";
    }

    @Override
    public Draft summarize(Stream<StoredMessage> messages, Wish wish) {
        ExtractiveReading reading = new ExtractiveReading();
        messages.forEachOrdered(reading::read);
        return reading.draft(wish);
    }

    @Override
    public Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
        Digest digest = parts.map(ExtractiveSummarizer::digestOf).reduce(Digest.EMPTY, Digest::then);
        return Writing.of(digest, pinned, wish, counter);
    }

    /** The sentences of a model's text are read as an earlier summary's; beside them stands what was read for it. */
    private static Digest digestOf(Part part) {
        Digest read = part.digest() == null ? Digest.EMPTY : Digest.fromJson(part.digest());
        if (part.digest() != null && !part.byModel()) {
            return read;
        }
        TraceRecorder traces = new TraceRecorder();
        traces.summary(part.text());
        List<Statement> statements = Sentences.of(part.text()).stream()
                .map(text -> Statement.of(1, Voice.SUMMARY, false, text))
                .toList();
        return new Digest(
                read.requests(), statements, read.state(), part.digest() == null ? traces.traces() : read.traces());
    }
}
