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
 * The body of an answer: bounded in size, in the time until its first byte and in the silence between two pieces. It keeps
 * how the body began, and ends with a line feed more than was sent, because some servers leave the last one out.
 */
public final class AnswerSource extends ForwardingSource {

    /** An answer is a few thousand tokens; what is longer is a fault, and must not fill the memory. */
    public static final long LARGEST = 8L << 20;

    private static final long OPENING = 64L << 10;

    /** Some gateways begin with a byte order mark; it is no part of JSON, nor of an event. */
    private static final ByteString MARK = ByteString.decodeHex("efbbbf");

    private final Phase phase;
    private final long idleMillis;
    private final Buffer opening = new Buffer();
    private long size;
    private boolean ended;

    /** Waits for the first byte as long as is left of that time. */
    public AnswerSource(Source body, Phase phase, Duration untilFirstByte, Duration idle) {
        super(body);
        this.phase = phase;
        this.idleMillis = Math.max(1, idle.toMillis());
        timeout().timeout(Math.max(1, untilFirstByte.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** What to read from. */
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

    /** How the body began, as far as it was read. */
    String opening() {
        return opening.snapshot().string(StandardCharsets.UTF_8);
    }
}
