/** Finds memories by asking a model; what it claims is checked against who said what. */
@NullMarked
package dev.pith.activities.memory.asking;

import org.jspecify.annotations.NullMarked;
