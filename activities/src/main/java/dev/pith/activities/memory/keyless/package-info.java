/** Finds memories without a model: sentences that say by themselves that they are meant to last. */
@NullMarked
package dev.pith.activities.memory.keyless;

import org.jspecify.annotations.NullMarked;
