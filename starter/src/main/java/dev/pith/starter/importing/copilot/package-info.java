/**
 * Reads Copilot CLI's sessions.
 */
@NullMarked
package dev.pith.starter.importing.copilot;

import org.jspecify.annotations.NullMarked;
