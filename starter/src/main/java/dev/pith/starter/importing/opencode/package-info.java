/**
 * Reads opencode's exports and its storage folder.
 */
@NullMarked
package dev.pith.starter.importing.opencode;

import org.jspecify.annotations.NullMarked;
