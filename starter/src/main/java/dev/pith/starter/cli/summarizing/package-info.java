/** {@code summarize}: files in, summaries out, without a store. */
@NullMarked
package dev.pith.starter.cli.summarizing;

import org.jspecify.annotations.NullMarked;
