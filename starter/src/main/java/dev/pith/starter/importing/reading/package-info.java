/**
 * The common parts of all format readers: lines and JSON records from a stream, content blocks as message parts, the
 * separation of harness markup from a person's words, and the writer that passes conversations to the store. No file is
 * held in memory as a whole.
 */
@NullMarked
package dev.pith.starter.importing.reading;

import org.jspecify.annotations.NullMarked;
