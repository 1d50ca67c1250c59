/**
 * The HTTP implementation of {@link dev.pith.activities.model}; start reading at
 * {@link dev.pith.activities.model.http.ModelClients}. This package sends and cancels calls; {@code wire} contains the
 * formats of requests and replies, {@code failure} interprets errors, {@code network} configures proxies and
 * certificates, and {@code probe} queries servers for what they serve.
 */
@NullMarked
package dev.pith.activities.model.http;

import org.jspecify.annotations.NullMarked;
