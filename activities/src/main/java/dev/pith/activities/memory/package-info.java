/**
 * Memories: extracted from messages, merged so that each is stored once, and written to Markdown files. Contains the
 * tables {@code flush}, {@code memory}, {@code memory_block} and {@code memory_folder}. Start reading at
 * {@link dev.pith.activities.memory.MemoryWriter}.
 */
@NullMarked
package dev.pith.activities.memory;

import org.jspecify.annotations.NullMarked;
