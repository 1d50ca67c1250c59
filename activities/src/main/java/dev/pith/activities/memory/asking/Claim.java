package dev.pith.activities.memory.asking;

import dev.pith.activities.memory.MemoryKind;

/**
 * What a model says that it found, as it says it.
 *
 * @param fromSeq the first message that it cites; of any range, or of none that there is
 */
record Claim(MemoryKind kind, String text, long fromSeq, long toSeq) {}
