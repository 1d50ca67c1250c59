/** Extraction of memories without a model, from sentences whose wording marks them as lasting. */
@NullMarked
package dev.pith.activities.memory.keyless;

import org.jspecify.annotations.NullMarked;
