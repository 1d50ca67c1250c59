/**
 * The network path to an endpoint: proxies from the environment, trusted certificates, and the HTTP clients that use
 * them.
 */
@NullMarked
package dev.pith.activities.model.http.network;

import org.jspecify.annotations.NullMarked;
