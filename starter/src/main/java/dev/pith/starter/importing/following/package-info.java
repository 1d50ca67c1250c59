/**
 * Watches session files for changes, so that they are imported as they grow.
 */
@NullMarked
package dev.pith.starter.importing.following;

import org.jspecify.annotations.NullMarked;
