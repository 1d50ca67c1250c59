/**
 * Stores imported messages: assigns each a position after the stored ones, ties it to its call or reply, and writes it
 * with {@code COPY}. {@link dev.pith.activities.intake.MemoryIntake} does the same in memory, so that a dry run sees
 * what an import would store.
 */
@NullMarked
package dev.pith.activities.intake;

import org.jspecify.annotations.NullMarked;
