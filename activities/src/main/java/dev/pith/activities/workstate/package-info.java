/**
 * The state of the work that a conversation tells of: commands and how they ended, failures that stand, to-dos, the branch.
 * Read from tool calls and their results, one message after another.
 */
@NullMarked
package dev.pith.activities.workstate;

import org.jspecify.annotations.NullMarked;
