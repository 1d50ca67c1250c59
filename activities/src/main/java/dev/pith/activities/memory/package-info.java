/**
 * Memories: extracted from messages, merged so that each is stored once, and shown as Markdown files. The tables of flushes,
 * memories and memory files stand here. Start reading at {@link dev.pith.activities.memory.MemoryWriter}.
 */
@NullMarked
package dev.pith.activities.memory;

import org.jspecify.annotations.NullMarked;
