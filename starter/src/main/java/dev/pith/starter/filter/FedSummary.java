package dev.pith.starter.filter;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A summary that is written by a thread of its own while its messages are still being read, so that a conversation may be
 * larger than the heap. To be fed by one thread.
 */
final class FedSummary {

    private static final int WAITING = 64;
    private static final long CHECK_MILLIS = 100;

    private final BlockingQueue<Optional<StoredMessage>> waiting = new ArrayBlockingQueue<>(WAITING);
    private final FutureTask<Draft> writing;

    FedSummary(Summarizer summarizer, Wish wish) {
        writing = new FutureTask<>(() -> summarizer.summarize(messages(), wish));
        Thread thread = new Thread(writing, "pith-summary");
        thread.setDaemon(true);
        thread.start();
    }

    void feed(StoredMessage message) {
        put(Optional.of(message));
    }

    /** Says that no message follows, and waits for the summary. */
    Draft finish() {
        put(Optional.empty());
        try {
            return writing.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a summary failed: " + e.getCause(), e);
        }
    }

    /** Gives up: nobody wants the summary any more. */
    void abandon() {
        writing.cancel(true);
    }

    private void put(Optional<StoredMessage> message) {
        try {
            // One that has failed takes nothing any more: finish() tells why.
            while (!writing.isDone() && !waiting.offer(message, CHECK_MILLIS, TimeUnit.MILLISECONDS)) {}
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Stream<StoredMessage> messages() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Taking(), Spliterator.ORDERED), false);
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }

    /** Waits for each next message. */
    private final class Taking implements Iterator<StoredMessage> {

        private Optional<StoredMessage> next = Optional.empty();
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (next.isEmpty() && !ended) {
                try {
                    next = waiting.take();
                    ended = next.isEmpty();
                } catch (InterruptedException e) {
                    throw interrupted();
                }
            }
            return next.isPresent();
        }

        @Override
        public StoredMessage next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no message follows");
            }
            StoredMessage taken = next.orElseThrow();
            next = Optional.empty();
            return taken;
        }
    }
}
