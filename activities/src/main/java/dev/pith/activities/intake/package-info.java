/**
 * Takes imported messages into the store: each message is placed behind what is stored, tied to its call or reply, and
 * written by {@code COPY}. {@link dev.pith.activities.intake.MemoryIntake} does the same in memory, so that a dry run sees
 * what an import would store.
 */
@NullMarked
package dev.pith.activities.intake;

import org.jspecify.annotations.NullMarked;
