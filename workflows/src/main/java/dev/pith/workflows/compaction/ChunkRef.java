package dev.pith.workflows.compaction;

/**
 * A contiguous range of the head that one call reads.
 *
 * @param index 0-based place in the head; the parts of a split chunk share it
 * @param fromSeq first message
 * @param toSeq last message
 * @param tokens what its messages hold
 */
public record ChunkRef(int index, long fromSeq, long toSeq, long tokens) {

    public ChunkRef {
        if (index < 0 || fromSeq < 1 || toSeq < fromSeq || tokens < 0) {
            throw new IllegalArgumentException("not a chunk: index " + index + ", messages " + fromSeq + " to " + toSeq
                    + ", " + tokens + " tokens");
        }
    }
}
