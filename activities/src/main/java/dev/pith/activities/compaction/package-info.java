/**
 * The steps of a compaction over the store: plan, summarize a chunk, merge, commit, apply, undo. Each step is a class
 * and idempotent. The steps use the store and the summarizers, but not Temporal. Start reading at
 * {@link dev.pith.activities.compaction.Planner}.
 */
@NullMarked
package dev.pith.activities.compaction;

import org.jspecify.annotations.NullMarked;
