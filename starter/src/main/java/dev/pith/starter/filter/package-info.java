/**
 * Summaries of conversation files without a store or a server: the reader passes messages directly to a summarizer.
 * Start reading at {@link dev.pith.starter.filter.FileSummarizer}.
 */
@NullMarked
package dev.pith.starter.filter;

import org.jspecify.annotations.NullMarked;
