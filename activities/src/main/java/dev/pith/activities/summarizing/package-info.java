/**
 * Summaries. A {@link dev.pith.activities.summarizing.Digest} is what is kept of a stretch of a conversation; digests of
 * neighboring stretches can be joined, so chunks read in parallel give what one pass gives, and a summary can be continued
 * by what came after it. Rendering picks from a digest what fits a budget. Nothing here knows the store.
 */
@NullMarked
package dev.pith.activities.summarizing;

import org.jspecify.annotations.NullMarked;
