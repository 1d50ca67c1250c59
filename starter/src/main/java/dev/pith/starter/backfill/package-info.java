/**
 * The part of a backfill that runs on the machine where it is started: the import of its files.
 */
@NullMarked
package dev.pith.starter.backfill;

import org.jspecify.annotations.NullMarked;
