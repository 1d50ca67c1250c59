/** Extraction of memories by a model, whose claims are verified against the cited messages. */
@NullMarked
package dev.pith.activities.memory.asking;

import org.jspecify.annotations.NullMarked;
