/** Commands on backfills and their schedules: {@code backfill}. */
@NullMarked
package dev.pith.starter.cli.backfill;

import org.jspecify.annotations.NullMarked;
