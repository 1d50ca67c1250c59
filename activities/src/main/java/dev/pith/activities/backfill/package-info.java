/** Backfills over the store: selection, dispatch rounds within a budget, retries, outcomes. The tables stand here. */
@NullMarked
package dev.pith.activities.backfill;

import org.jspecify.annotations.NullMarked;
