/**
 * Reads opencode's exports, its storage folder and its database.
 */
@NullMarked
package dev.pith.starter.importing.opencode;

import org.jspecify.annotations.NullMarked;
