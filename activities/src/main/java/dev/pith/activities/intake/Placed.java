package dev.pith.activities.intake;

import org.jspecify.annotations.Nullable;

/** A message with its position, ready for COPY. */
record Placed(long seq, String uid, @Nullable Long bindsFrom, EncodedMessage encoded) {}
