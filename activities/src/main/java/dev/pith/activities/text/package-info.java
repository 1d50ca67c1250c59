/**
 * Text as people write it, whatever the language: letters, words, sentences, lines that repeat, code and its indentation,
 * and the words by which people set rules. Linear in the text; knows nothing of conversations.
 */
@NullMarked
package dev.pith.activities.text;

import org.jspecify.annotations.NullMarked;
