/** Backfills: compact thousands of conversations, a few at a time, each with its own outcome. */
@NullMarked
package dev.pith.workflows.backfill;

import org.jspecify.annotations.NullMarked;
