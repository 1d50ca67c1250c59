/**
 * Reads Qwen Code's sessions.
 */
@NullMarked
package dev.pith.starter.importing.qwen;

import org.jspecify.annotations.NullMarked;
