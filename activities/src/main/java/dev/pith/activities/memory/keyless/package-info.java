/** Extraction of memories without a model, from sentences that state by themselves that they are meant to last. */
@NullMarked
package dev.pith.activities.memory.keyless;

import org.jspecify.annotations.NullMarked;
