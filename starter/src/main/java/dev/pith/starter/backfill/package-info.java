/** What backfills need of the machine that they are started on: the files that are imported on the way. */
@NullMarked
package dev.pith.starter.backfill;

import org.jspecify.annotations.NullMarked;
