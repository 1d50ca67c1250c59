/**
 * Reads ChatGPT's data export.
 */
@NullMarked
package dev.pith.starter.importing.chatgpt;

import org.jspecify.annotations.NullMarked;
