/**
 * Searches messages, live summaries, gists and memories by words, exact strings and Chinese, Japanese and Korean text. {@link
 * dev.pith.activities.search.SearchIndex} is the entry point.
 *
 * <p>The index is a Lucene directory of the home. It is a view of the store: a watermark says what it has read, it holds no
 * text that could be read back, and it may be deleted at any time. One process writes it at a time; others search what it
 * holds. Results are read from the store, so a row that is gone is never a result.
 */
@NullMarked
package dev.pith.activities.search;

import org.jspecify.annotations.NullMarked;
