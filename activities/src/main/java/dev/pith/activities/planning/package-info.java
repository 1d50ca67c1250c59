/**
 * Planning: which messages a compaction may replace (the head), which it keeps word for word (the tail), and how the head
 * is cut into chunks. Works on sizes and ties alone; it never reads a conversation's text.
 */
@NullMarked
package dev.pith.activities.planning;

import org.jspecify.annotations.NullMarked;
