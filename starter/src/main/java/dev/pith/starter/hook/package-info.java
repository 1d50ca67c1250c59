/**
 * What Pith does inside other programs' hooks: tells an agent what a compaction took away, from the transcript alone.
 * Start reading at {@link dev.pith.starter.hook.CompactionHook}.
 */
@NullMarked
package dev.pith.starter.hook;

import org.jspecify.annotations.NullMarked;
