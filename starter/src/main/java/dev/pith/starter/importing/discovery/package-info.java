/**
 * Finds the sessions of other programs on this machine.
 */
@NullMarked
package dev.pith.starter.importing.discovery;

import org.jspecify.annotations.NullMarked;
