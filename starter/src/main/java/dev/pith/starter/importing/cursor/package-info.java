/**
 * Reads Cursor's sessions.
 */
@NullMarked
package dev.pith.starter.importing.cursor;

import org.jspecify.annotations.NullMarked;
