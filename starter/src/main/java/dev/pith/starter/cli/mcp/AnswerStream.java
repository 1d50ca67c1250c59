package dev.pith.starter.cli.mcp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** Counts the lines of answers, so that a server does not end before all requests are answered. Thread-safe. */
final class AnswerStream extends FilterOutputStream {

    /** The longest time that the end waits for an answer. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private long missing;

    AnswerStream(OutputStream out) {
        super(out);
    }

    /** Notes that a message was read. */
    synchronized void expect(boolean answer) {
        missing += answer ? 1 : 0;
    }

    @Override
    public synchronized void write(int one) throws IOException {
        out.write(one);
        answered(one);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        for (int i = offset; i < offset + length; i++) {
            answered(bytes[i]);
        }
    }

    /** Waits until all requests are answered, for a minute at most. */
    synchronized void awaitAll() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (missing > 0 && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(int one) {
        if (one == '\n') {
            missing--;
            notifyAll();
        }
    }
}
