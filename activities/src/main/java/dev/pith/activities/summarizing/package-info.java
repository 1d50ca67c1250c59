/**
 * Summaries. A {@link dev.pith.activities.summarizing.Digest} is a bounded extract of a section of a conversation;
 * digests of neighboring sections can be joined, so chunks read in parallel give the result of one pass, and a summary
 * can be continued by later messages. Rendering selects from a digest what fits a budget. This package does not use the
 * store.
 */
@NullMarked
package dev.pith.activities.summarizing;

import org.jspecify.annotations.NullMarked;
