/** What outlives a conversation: memories found in its messages, kept once, and readable as Markdown files. */
@NullMarked
package dev.pith.activities.memory;

import org.jspecify.annotations.NullMarked;
