/**
 * Reads Codex's rollouts: items and their mirrored events, turns that were rolled back, questions and answers.
 */
@NullMarked
package dev.pith.starter.importing.codex;

import org.jspecify.annotations.NullMarked;
