package dev.pith.benchmarks;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.summarizing.Summarizer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The summarizer that needs no model, and a clock on it. */
final class TimedSummarizer implements Summarizer {

    private final Summarizer summarizer = new ExtractiveSummarizer();
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public String name() {
        return summarizer.name();
    }

    @Override
    public Draft summarize(Stream<StoredMessage> messages, Wish wish) {
        long start = System.nanoTime();
        try {
            return summarizer.summarize(messages, wish);
        } finally {
            nanos.addAndGet(System.nanoTime() - start);
        }
    }

    @Override
    public Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
        long start = System.nanoTime();
        try {
            return summarizer.merge(parts, pinned, wish);
        } finally {
            nanos.addAndGet(System.nanoTime() - start);
        }
    }

    /** What it took since the last time it was asked; reading the messages is part of it. */
    double takeMillis() {
        return nanos.getAndSet(0) / 1e6;
    }
}
