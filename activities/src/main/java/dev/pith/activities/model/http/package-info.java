/**
 * The clients of {@link dev.pith.activities.model}: {@link dev.pith.activities.model.http.ModelClients} makes them. One
 * class a concern: what is sent, how a whole answer and how a stream is read, what a refusal means, how long to wait, which
 * words a user sees.
 */
@NullMarked
package dev.pith.activities.model.http;

import org.jspecify.annotations.NullMarked;
