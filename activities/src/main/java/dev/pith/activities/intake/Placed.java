package dev.pith.activities.intake;

import org.jspecify.annotations.Nullable;

/**
 * A message with its position, ready for COPY.
 *
 * @param bindsFrom the earliest message that a cut must not separate from it; null if there is none
 */
record Placed(long seq, String uid, @Nullable Long bindsFrom, EncodedMessage encoded) {}
