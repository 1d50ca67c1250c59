/**
 * Implements the workflows' activities: each delegates to plain Java. {@link dev.pith.activities.temporal.ActivityGuard}
 * surrounds them all with heartbeats and the translation of failures.
 */
@NullMarked
package dev.pith.activities.temporal;

import org.jspecify.annotations.NullMarked;
