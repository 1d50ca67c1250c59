/**
 * Programs that print the figures of {@code docs/performance.md} and {@code docs/quality.md}: one class each, run by
 * {@code benchmarks/run NAME}.
 * They measure what a user gets, on generated sessions or on files given as arguments; nothing of Pith depends on them.
 */
@NullMarked
package dev.pith.benchmarks;

import org.jspecify.annotations.NullMarked;
