package dev.pith.benchmarks.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest piece at which a log can be cut.
 *
 * @param raw as it stands in the log; empty where the log is one document
 * @param branch the branch that the record names by itself, null where it names none
 */
record Unit(String raw, List<Event> events, @Nullable String branch, boolean boundary) {

    Unit {
        events = List.copyOf(events);
    }
}
