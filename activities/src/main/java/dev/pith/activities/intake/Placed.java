package dev.pith.activities.intake;

import org.jspecify.annotations.Nullable;

/** A message with its place, as COPY writes it. */
record Placed(long seq, String uid, @Nullable Long bindsFrom, EncodedMessage encoded) {}
