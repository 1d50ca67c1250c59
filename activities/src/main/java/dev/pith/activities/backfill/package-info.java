/** Backfills over the store: what a run begins with, what comes next, what became of each conversation. */
@NullMarked
package dev.pith.activities.backfill;

import org.jspecify.annotations.NullMarked;
