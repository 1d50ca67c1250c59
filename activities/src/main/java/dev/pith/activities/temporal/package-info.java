/** Implements the workflows' activities: each delegates to plain Java and translates failures for Temporal. */
@NullMarked
package dev.pith.activities.temporal;

import org.jspecify.annotations.NullMarked;
