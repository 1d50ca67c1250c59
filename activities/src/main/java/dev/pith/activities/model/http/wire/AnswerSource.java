package dev.pith.activities.model.http.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * The body of an answer, with limits on its size, the time until its first byte and the silence between two pieces.
 * Keeps the beginning of the body, and appends two line feeds, since some servers omit the last ones. Not thread-safe.
 */
public final class AnswerSource extends ForwardingSource {

    /** Maximum size in bytes: an answer has a few thousand tokens, and a faulty one must not fill the memory. */
    public static final long LARGEST = 8L << 20;

    private static final long OPENING = 64L << 10;

    /** Byte order mark, which some gateways send first; it belongs neither to JSON nor to an event. */
    private static final ByteString MARK = ByteString.decodeHex("efbbbf");

    private final Phase phase;
    private final long idleMillis;
    private final Buffer opening = new Buffer();
    private long size;
    private boolean ended;

    /**
     * Wraps a response body.
     *
     * @param untilFirstByte the remaining time until the first byte
     * @param idle the maximum silence after it
     */
    public AnswerSource(Source body, Phase phase, Duration untilFirstByte, Duration idle) {
        super(body);
        this.phase = phase;
        this.idleMillis = Math.max(1, idle.toMillis());
        timeout().timeout(Math.max(1, untilFirstByte.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Returns the source to read from, without a byte order mark. Blocks until its first bytes arrive. */
    public BufferedSource body() throws IOException {
        BufferedSource body = Okio.buffer(this);
        if (body.rangeEquals(0, MARK)) {
            body.skip(MARK.size());
            opening.skip(MARK.size());
        }
        return body;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long count = super.read(sink, byteCount);
        if (count < 0) {
            return end(sink);
        }
        if (size == 0 && count > 0) {
            phase.answerBegan();
            timeout().timeout(idleMillis, TimeUnit.MILLISECONDS);
        }
        sink.copyTo(opening, sink.size() - count, Math.min(count, OPENING - opening.size()));
        size += count;
        if (size > LARGEST) {
            throw new BrokenAnswer("sends more than " + (LARGEST >> 20) + " MB, which no answer needs");
        }
        return count;
    }

    private long end(Buffer sink) {
        if (ended) {
            return -1;
        }
        ended = true;
        sink.writeUtf8("\n\n");
        return 2;
    }

    /** Returns the beginning of the body, as far as it was read; at most 64 KiB. */
    String opening() {
        return opening.snapshot().string(StandardCharsets.UTF_8);
    }
}
