/** Compacts conversations that appends have filled, without anybody asking. */
@NullMarked
package dev.pith.starter.web.automatic;

import org.jspecify.annotations.NullMarked;
