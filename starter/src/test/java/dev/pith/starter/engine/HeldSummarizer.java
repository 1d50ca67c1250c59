package dev.pith.starter.engine;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.summarizing.Summarizer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Summarizes chunks only once it is let: a compaction can be looked at, and disturbed, in the middle. */
final class HeldSummarizer implements Summarizer {

    private final Summarizer summarizer = new ExtractiveSummarizer();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    void release() {
        released.countDown();
    }

    /** How many chunks were begun. */
    int begun() {
        return begun.get();
    }

    @Override
    public String name() {
        return summarizer.name();
    }

    @Override
    public Draft summarize(Stream<StoredMessage> messages, Wish wish) {
        begun.incrementAndGet();
        try {
            if (!released.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test forgot to release the summarizer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return summarizer.summarize(messages, wish);
    }

    @Override
    public Draft merge(Stream<Part> parts, @Nullable StoredMessage pinned, Wish wish) {
        return summarizer.merge(parts, pinned, wish);
    }
}
