package dev.pith.activities.memory.keyless;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.memory.MemoryKind;

/**
 * A sentence that may become a memory.
 *
 * @param worth the confidence, above 0; higher is surer
 */
record MemoryCandidate(MemoryKind kind, String text, long seq, Origin source, double worth) {}
