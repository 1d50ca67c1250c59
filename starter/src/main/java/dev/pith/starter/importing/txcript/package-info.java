/**
 * Reads txcript's interchange format, in which any tool can hand a session over.
 */
@NullMarked
package dev.pith.starter.importing.txcript;

import org.jspecify.annotations.NullMarked;
