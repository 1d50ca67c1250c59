/**
 * What a compaction does to the store, step by step: plan, summarize a chunk, merge, commit, undo, reconcile. Each class is
 * one step; each step is safe to repeat. They know the store and the summarizers, but not Temporal.
 */
@NullMarked
package dev.pith.activities.compaction;

import org.jspecify.annotations.NullMarked;
