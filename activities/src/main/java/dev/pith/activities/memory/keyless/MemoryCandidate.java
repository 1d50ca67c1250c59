package dev.pith.activities.memory.keyless;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.memory.MemoryKind;

/**
 * A sentence that may be worth remembering.
 *
 * @param worth the more the surer; above 0
 */
record MemoryCandidate(MemoryKind kind, String text, long seq, Origin source, double worth) {}
