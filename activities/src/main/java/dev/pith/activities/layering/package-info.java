/**
 * LAYERED: chunk summaries become leaves beside the live summaries, and neighbors of one level are condensed into one of
 * the next. All of it is staged until the commit.
 */
@NullMarked
package dev.pith.activities.layering;

import org.jspecify.annotations.NullMarked;
