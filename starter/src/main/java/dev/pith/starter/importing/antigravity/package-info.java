/**
 * Reads Antigravity's transcripts.
 */
@NullMarked
package dev.pith.starter.importing.antigravity;

import org.jspecify.annotations.NullMarked;
