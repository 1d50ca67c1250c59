/**
 * Reads Gemini CLI's sessions.
 */
@NullMarked
package dev.pith.starter.importing.gemini;

import org.jspecify.annotations.NullMarked;
