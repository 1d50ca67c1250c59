/**
 * Logs as JSON, one object a line. Used instead of slf4j-simple where {@code log_format = "json"}: as a provider of its
 * own it gets each event with its parts, where the lines of slf4j-simple would have to be taken apart again.
 */
@NullMarked
package dev.pith.starter.logging;

import org.jspecify.annotations.NullMarked;
