/**
 * What every reader of a format stands on: lines and JSON records from a stream, content blocks as message parts, harness
 * markup told from a person's words, and the writer that hands conversations to the store. No file is held in memory whole.
 */
@NullMarked
package dev.pith.starter.importing.reading;

import org.jspecify.annotations.NullMarked;
