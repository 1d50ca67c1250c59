/**
 * Reads pi's session trees.
 */
@NullMarked
package dev.pith.starter.importing.pi;

import org.jspecify.annotations.NullMarked;
