package dev.pith.activities.memory.asking;

import dev.pith.activities.memory.MemoryKind;

/**
 * A memory as a model claims it, unchecked.
 *
 * @param fromSeq the first cited message; it may lie outside of the range, or not exist
 */
record Claim(MemoryKind kind, String text, long fromSeq, long toSeq) {}
