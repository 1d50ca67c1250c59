package dev.pith.benchmarks.quality;

import java.util.List;

/** A session's log. */
interface Log {

    String format();

    List<Unit> units();

    /** Whether its program shortened the session at some place. */
    default boolean compacted() {
        return units().stream().anyMatch(Unit::boundary);
    }

    /** A part of it, as a log of the same format. */
    String text(int from, int to);
}
