/**
 * Finds where programs left their sessions on this machine.
 */
@NullMarked
package dev.pith.starter.importing.discovery;

import org.jspecify.annotations.NullMarked;
