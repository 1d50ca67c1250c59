/**
 * Planning: which messages a compaction may replace (the head), which it keeps word for word (the tail), and how the
 * head is cut into chunks. Uses only sizes and ties between messages; it never reads a conversation's text.
 */
@NullMarked
package dev.pith.activities.planning;

import org.jspecify.annotations.NullMarked;
