/**
 * Processing of natural-language text in any language: letters, words, sentences, repeated lines, code indentation, and
 * the words that express rules. Linear in the text; independent of conversations.
 */
@NullMarked
package dev.pith.activities.text;

import org.jspecify.annotations.NullMarked;
