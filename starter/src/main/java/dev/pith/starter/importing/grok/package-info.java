/**
 * Reads Grok Build's sessions.
 */
@NullMarked
package dev.pith.starter.importing.grok;

import org.jspecify.annotations.NullMarked;
