package dev.pith.workflows.compaction;

/**
 * A contiguous range of the head that one call reads.
 *
 * @param index the 0-based position in the head; the parts of a split chunk share it
 * @param fromSeq the first message
 * @param toSeq the last message
 * @param tokens the tokens of its messages
 */
public record ChunkRef(int index, long fromSeq, long toSeq, long tokens) {

    public ChunkRef {
        if (index < 0 || fromSeq < 1 || toSeq < fromSeq || tokens < 0) {
            throw new IllegalArgumentException("not a chunk: index " + index + ", messages " + fromSeq + " to " + toSeq
                    + ", " + tokens + " tokens");
        }
    }
}
