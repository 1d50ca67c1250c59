package dev.pith.activities.planning;

import dev.pith.workflows.compaction.ChunkRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the head into chunks in one pass. Not thread-safe. A chunk ends near a multiple of the chunk size, so that a
 * longer one makes the next one shorter and no small rest is left over, and only before a message that may begin a
 * chunk. A chunk exceeds its size rather than separate a tool call from its result, up to a limit; there it is cut at
 * any message.
 */
public final class ChunkCutter {

    private final long size;
    private final long limit;
    private final int least;
    private final List<ChunkRef> chunks = new ArrayList<>();
    /** First message of the open chunk; 0 if none is open. */
    private long from;
    /** Last message of the open chunk. */
    private long last;
    /** Tokens of all closed chunks. */
    private long before;
    /** Target end of the open chunk, in tokens from the start of the head. */
    private long end;
    /** Tokens of the open chunk. */
    private long tokens;

    /** Messages of the open chunk. */
    private int count;

    /** Chunks below this fraction (1/10) of the size are not worth a call or a summary of their own. */
    private static final int TINY_SHARE = 10;

    /**
     * Creates a cutter whose limit is twice the size.
     *
     * @param size the target tokens of a chunk
     */
    public ChunkCutter(long size) {
        this(size, 2 * Math.max(1, size));
    }

    /**
     * Creates a cutter.
     *
     * @param size the target tokens of a chunk
     * @param limit the most tokens of a chunk, unless a single message takes more; raised to the size if below it
     */
    public ChunkCutter(long size, long limit) {
        this(size, limit, 1);
    }

    /**
     * Creates a cutter.
     *
     * @param size the target tokens of a chunk
     * @param limit the most tokens of a chunk, unless a single message takes more; raised to the size if below it
     * @param least the fewest messages of a chunk below the limit
     */
    public ChunkCutter(long size, long limit, int least) {
        this.size = Math.max(1, size);
        this.limit = Math.max(this.size, limit);
        this.least = least;
    }

    /** Adds the next message of the head, in order. */
    public void add(MessageSize message) {
        // Full: a cut before this message is nearer to the target end than a cut after it.
        boolean full = before + tokens + message.tokens() / 2 >= end && !tiny() && count >= least;
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
        count++;
    }

    /** Returns all chunks; called once, after the last message. */
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

    /**
     * Returns whether the open chunk is too small; the rest beside a giant message can be shorter than any summary of
     * it.
     */
    private boolean tiny() {
        return tokens < size / TINY_SHARE;
    }

    private void close() {
        chunks.add(new ChunkRef(chunks.size(), from, last, tokens));
        before += tokens;
        from = 0;
        tokens = 0;
        count = 0;
    }
}
