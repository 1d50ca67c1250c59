package dev.pith.activities.testing;

import java.time.Duration;

/** How long tests wait for what must happen. */
public final class Patience {

    /** Reached only if it never happens: a busy machine may take thirty times as long as an idle one. */
    public static final Duration LONG = Duration.ofMinutes(2);

    private Patience() {}
}
