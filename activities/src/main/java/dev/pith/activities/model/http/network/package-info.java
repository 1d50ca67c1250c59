/**
 * The way to an endpoint: proxies from the environment, trusted certificates, and the HTTP client made of them.
 */
@NullMarked
package dev.pith.activities.model.http.network;

import org.jspecify.annotations.NullMarked;
