/**
 * Reads dialogues in plain text with a speaker before each turn.
 */
@NullMarked
package dev.pith.starter.importing.text;

import org.jspecify.annotations.NullMarked;
