/**
 * What an agent did that outlasts its edits: commits, pushes, pull requests, commands that publish or discard, and what a
 * person refused. It is read from shell commands and their output, never guessed: a line that is not told is better than
 * a false one.
 */
@NullMarked
package dev.pith.activities.effects;

import org.jspecify.annotations.NullMarked;
