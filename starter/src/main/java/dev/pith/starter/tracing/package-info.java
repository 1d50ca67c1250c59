/**
 * Traces of compactions, memory flushes, model calls and HTTP requests, sent by OpenTelemetry's SDK. Nothing of it is
 * loaded unless the setting {@code traces_endpoint} asks for it.
 */
@NullMarked
package dev.pith.starter.tracing;

import org.jspecify.annotations.NullMarked;
