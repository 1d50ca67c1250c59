/** The import, by itself or with automatic compaction after it. */
@NullMarked
package dev.pith.starter.cli.importing;

import org.jspecify.annotations.NullMarked;
