/**
 * Reads Claude Code's session logs, with subagents, queued prompts and forks.
 */
@NullMarked
package dev.pith.starter.importing.claude;

import org.jspecify.annotations.NullMarked;
