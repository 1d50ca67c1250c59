/**
 * Streams of events: a snapshot first, then changes. One reader of the store or of Temporal serves any number of clients.
 */
@NullMarked
package dev.pith.starter.web.live;

import org.jspecify.annotations.NullMarked;
