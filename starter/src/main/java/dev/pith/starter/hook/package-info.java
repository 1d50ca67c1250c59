/**
 * Pith's hooks in other programs: they tell an agent what a compaction removed, from the transcript alone. The entry
 * point is {@link dev.pith.starter.hook.CompactionHook}.
 */
@NullMarked
package dev.pith.starter.hook;

import org.jspecify.annotations.NullMarked;
