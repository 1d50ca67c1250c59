/**
 * Reads Droid's sessions.
 */
@NullMarked
package dev.pith.starter.importing.droid;

import org.jspecify.annotations.NullMarked;
