/**
 * Measures what summaries keep and what they get wrong. What is true is computed from the raw logs, by readers of its own:
 * nothing here may use how the product reads a conversation, but for having it write the summaries.
 */
@NullMarked
package dev.pith.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
