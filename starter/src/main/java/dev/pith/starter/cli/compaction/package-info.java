/**
 * Commands on compactions: {@code compact} with its forecast and its report, {@code status}, {@code watch}, {@code
 * cancel}, {@code apply}, {@code undo}.
 */
@NullMarked
package dev.pith.starter.cli.compaction;

import org.jspecify.annotations.NullMarked;
