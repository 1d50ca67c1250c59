/**
 * What a request must satisfy before a route handles it: host, origin, access token, size and type of its body.
 */
@NullMarked
package dev.pith.starter.web.guard;

import org.jspecify.annotations.NullMarked;
