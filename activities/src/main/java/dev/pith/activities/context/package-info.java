/**
 * The context: what a model would be given now. {@link dev.pith.activities.context.ContextReading} reads it from the
 * store as {@link dev.pith.activities.context.Entry entries}, each tool result with its call; a format writes them for
 * one kind of reader. A context is streamed, never held in memory as a whole.
 */
@NullMarked
package dev.pith.activities.context;

import org.jspecify.annotations.NullMarked;
