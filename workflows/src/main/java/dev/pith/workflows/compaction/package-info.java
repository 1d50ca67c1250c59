/**
 * The compaction workflow: plan, summarize the chunks in parallel, merge, commit. It passes ids, ranges and counts,
 * never a conversation's text. Start reading at {@link CompactionWorkflowImpl}.
 */
@NullMarked
package dev.pith.workflows.compaction;

import org.jspecify.annotations.NullMarked;
