package dev.pith.activities.planning;

import dev.pith.workflows.compaction.ChunkRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the head into chunks in one pass. Chunks end near the multiples of their size, so that one that came out longer
 * makes the next one shorter and no small rest is left over; and only where the next message may begin a chunk. A chunk
 * grows past its size rather than separate a tool call from its result, up to a limit; there it is cut at any message.
 */
public final class ChunkCutter {

    private final long size;
    private final long limit;
    private final List<ChunkRef> chunks = new ArrayList<>();
    private long from;
    private long last;
    private long before;
    private long end;
    private long tokens;

    /** A chunk below this part of the size is not worth a call, nor a summary. */
    private static final int TINY_SHARE = 10;

    /**
     * Nothing cut yet. The limit is twice the size.
     *
     * @param size tokens that a chunk should hold
     */
    public ChunkCutter(long size) {
        this(size, 2 * Math.max(1, size));
    }

    /**
     * Nothing cut yet.
     *
     * @param size tokens that a chunk should hold
     * @param limit tokens that it holds at most, unless a single message takes more; not below the size
     */
    public ChunkCutter(long size, long limit) {
        this.size = Math.max(1, size);
        this.limit = Math.max(this.size, limit);
    }

    /** The next message of the head, in order. */
    public void add(MessageSize message) {
        boolean full = before + tokens + message.tokens() / 2 >= end && !tiny();
        boolean overfull = tokens + message.tokens() > limit && !tiny();
        if (from > 0 && ((full && message.safeStart()) || overfull)) {
            close();
        }
        if (from == 0) {
            from = message.seq();
            end = ((before + size / 2) / size + 1) * size;
        }
        last = message.seq();
        tokens += message.tokens();
    }

    /** All chunks, after the last message. */
    public List<ChunkRef> chunks() {
        if (from > 0 && tiny() && !chunks.isEmpty()) {
            ChunkRef previous = chunks.remove(chunks.size() - 1);
            chunks.add(new ChunkRef(previous.index(), previous.fromSeq(), last, previous.tokens() + tokens));
            from = 0;
        }
        if (from > 0) {
            close();
        }
        return List.copyOf(chunks);
    }

    /** What stands beside a giant message can be so little that no summary of it would be shorter. */
    private boolean tiny() {
        return tokens < size / TINY_SHARE;
    }

    private void close() {
        chunks.add(new ChunkRef(chunks.size(), from, last, tokens));
        before += tokens;
        from = 0;
        tokens = 0;
    }
}
