/** Commands on memories and the flushes that write them: {@code memory}, {@code flush}. */
@NullMarked
package dev.pith.starter.cli.memory;

import org.jspecify.annotations.NullMarked;
