/**
 * PRUNE: long results of tools before the tail, and earlier results of a call that was repeated, become one line each.
 * Calls no model. The lines are staged here and committed like every other change of a context.
 */
@NullMarked
package dev.pith.activities.pruning;

import org.jspecify.annotations.NullMarked;
