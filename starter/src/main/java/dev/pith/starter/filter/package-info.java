/**
 * Summaries of conversation files without a store and without a server: what is read goes straight into a summarizer.
 * Start reading at {@link dev.pith.starter.filter.FileSummarizer}.
 */
@NullMarked
package dev.pith.starter.filter;

import org.jspecify.annotations.NullMarked;
