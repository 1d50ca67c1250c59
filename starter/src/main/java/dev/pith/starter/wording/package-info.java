/** Formats numbers, sizes and durations for people. */
@NullMarked
package dev.pith.starter.wording;

import org.jspecify.annotations.NullMarked;
