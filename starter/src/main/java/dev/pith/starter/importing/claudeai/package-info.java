/**
 * Reads Claude.ai's data export.
 */
@NullMarked
package dev.pith.starter.importing.claudeai;

import org.jspecify.annotations.NullMarked;
