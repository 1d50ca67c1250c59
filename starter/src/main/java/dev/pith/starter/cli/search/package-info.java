/** Commands that lead back to the originals: {@code search} and {@code expand}. */
@NullMarked
package dev.pith.starter.cli.search;

import org.jspecify.annotations.NullMarked;
