package dev.pith.starter.filter;

import dev.pith.activities.conversation.StoredMessage;
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
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Turns pushed messages into a stream: what is made of them is made by a thread of its own while they are still being read,
 * so that a conversation may be larger than the heap. To be fed by one thread.
 *
 * @param <T> what is made of the messages
 */
public final class PushedMessages<T> {

    private static final int WAITING = 64;
    private static final long CHECK_MILLIS = 100;

    private final BlockingQueue<Optional<StoredMessage>> waiting = new ArrayBlockingQueue<>(WAITING);
    private final FutureTask<T> making;

    /** Begins to make something; {@code use} must read the stream to its end, once. */
    public PushedMessages(Function<Stream<StoredMessage>, T> use) {
        making = new FutureTask<>(() -> use.apply(messages()));
        Thread thread = new Thread(making, "pith-messages");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next message. */
    public void feed(StoredMessage message) {
        put(Optional.of(message));
    }

    /** Says that no message follows, and waits for what is made of them. */
    public T finish() {
        put(Optional.empty());
        try {
            return making.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the messages could not be used: " + e.getCause(), e);
        }
    }

    /** Gives up: nobody wants it any more. */
    public void abandon() {
        making.cancel(true);
    }

    private void put(Optional<StoredMessage> message) {
        try {
            // One that has failed takes nothing any more: finish() tells why.
            while (!making.isDone() && !waiting.offer(message, CHECK_MILLIS, TimeUnit.MILLISECONDS)) {}
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
