/**
 * Reads Codex's rollouts: items and their mirrored events, rolled-back turns, questions and answers.
 */
@NullMarked
package dev.pith.starter.importing.codex;

import org.jspecify.annotations.NullMarked;
