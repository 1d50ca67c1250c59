/** Decides whether a conversation is to be compacted without anybody asking for it. */
@NullMarked
package dev.pith.activities.automatic;

import org.jspecify.annotations.NullMarked;
