/**
 * Reads Kimi Code's sessions.
 */
@NullMarked
package dev.pith.starter.importing.kimi;

import org.jspecify.annotations.NullMarked;
