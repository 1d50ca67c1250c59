/** Histories of facts with questions about them, and how many of the questions a context answers. */
@NullMarked
package dev.pith.benchmarks.facts;

import org.jspecify.annotations.NullMarked;
