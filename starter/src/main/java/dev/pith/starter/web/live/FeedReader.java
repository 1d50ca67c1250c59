package dev.pith.starter.web.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * One client that follows a feed. Writes without blocking: while the client does not read, nothing is queued for it, and
 * it gets the changes, or the whole state, when it reads again. Thread-safe.
 */
final class FeedReader implements WriteListener {

    /** How long a client may not take what was written before its stream is closed. */
    static final Duration STALLED = Duration.ofSeconds(60);

    private final Feed feed;
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Runnable closed;
    private final BooleanSupplier allowed;
    private final Deque<Frame> next = new ArrayDeque<>();
    private long has;
    private boolean opened;
    private boolean unflushed;
    private boolean heartbeat;
    private boolean done;
    private long blockedSince;

    FeedReader(Feed feed, long has, AsyncContext async, BooleanSupplier allowed, Runnable closed) throws IOException {
        this.allowed = allowed;
        this.feed = feed;
        this.has = has;
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.closed = closed;
    }

    void start() {
        try {
            // First, since a change may come from now on and must find the response in its asynchronous mode.
            out.setWriteListener(this);
            feed.add(this);
        } catch (IllegalStateException e) {
            end();
        }
        write();
    }

    /** Writes what is new. Called whenever the feed changed. */
    void wake() {
        write();
    }

    /** Ends the stream unless its client may still read. */
    void check() {
        if (!allowed.getAsBoolean()) {
            end();
        }
    }

    /** Tells the client that the server is there, unless it has not read the last. */
    void beat() {
        synchronized (this) {
            heartbeat = true;
        }
        write();
        synchronized (this) {
            if (blockedSince != 0 && System.nanoTime() - blockedSince > STALLED.toNanos()) {
                end();
            }
        }
    }

    @Override
    public void onWritePossible() {
        write();
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    private synchronized void write() {
        try {
            while (!done && out.isReady()) {
                blockedSince = 0;
                if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else if (!writeNext()) {
                    return;
                }
            }
            if (!done && blockedSince == 0) {
                blockedSince = System.nanoTime();
            }
        } catch (IOException | IllegalStateException e) {
            end();
        }
    }

    /** Writes one piece; returns false if there is none, or the stream has ended. */
    private boolean writeNext() throws IOException {
        if (!opened) {
            opened = true;
            return put(Frame.OPENING);
        }
        if (next.isEmpty()) {
            next.addAll(feed.after(has));
        }
        Frame frame = next.pollFirst();
        if (frame != null) {
            has = frame.revision();
            return put(frame.bytes());
        }
        if (feed.hasEndedAt(has)) {
            end();
            return false;
        }
        if (heartbeat) {
            heartbeat = false;
            return put(Frame.HEARTBEAT);
        }
        return false;
    }

    private boolean put(byte[] bytes) throws IOException {
        out.write(bytes);
        unflushed = true;
        return true;
    }

    /** Ends the stream. */
    synchronized void end() {
        if (!done) {
            done = true;
            feed.remove(this);
            closed.run();
            try {
                async.complete();
            } catch (IllegalStateException e) {
                // The container completed it when the connection broke.
            }
        }
    }
}
