/** Backfills: thousands of conversations compacted, a few at a time, each with an outcome of its own. */
@NullMarked
package dev.pith.workflows.backfill;

import org.jspecify.annotations.NullMarked;
