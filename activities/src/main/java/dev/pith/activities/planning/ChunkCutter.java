package dev.pith.activities.planning;

import dev.pith.workflows.compaction.ChunkRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the head into chunks in one pass. A chunk ends where it holds what it should and the next message may begin a
 * chunk; it grows past its size rather than separate a tool call from its result, up to twice the size.
 */
public final class ChunkCutter {

    private final long size;
    private final List<ChunkRef> chunks = new ArrayList<>();
    private long from;
    private long last;
    private long tokens;

    /** @param size tokens that a chunk should hold */
    public ChunkCutter(long size) {
        this.size = Math.max(1, size);
    }

    /** The next message of the head, in order. */
    public void add(MessageSize message) {
        boolean full = tokens + message.tokens() / 2 >= size;
        boolean overfull = tokens >= 2 * size;
        if (from > 0 && ((full && message.safeStart()) || overfull)) {
            close();
        }
        if (from == 0) {
            from = message.seq();
        }
        last = message.seq();
        tokens += message.tokens();
    }

    /** All chunks, after the last message. */
    public List<ChunkRef> chunks() {
        if (from > 0) {
            close();
        }
        return List.copyOf(chunks);
    }

    private void close() {
        chunks.add(new ChunkRef(chunks.size(), from, last, tokens));
        from = 0;
        tokens = 0;
    }
}
