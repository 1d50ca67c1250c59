/**
 * The state of the work in a conversation: commands and their outcomes, unresolved failures, to-dos, the branch. It is
 * read from tool calls and their results, message by message.
 */
@NullMarked
package dev.pith.activities.workstate;

import org.jspecify.annotations.NullMarked;
