/** Backfills over the store: selection, dispatch rounds within a budget, retries, outcomes, and their tables. */
@NullMarked
package dev.pith.activities.backfill;

import org.jspecify.annotations.NullMarked;
