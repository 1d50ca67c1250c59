package dev.pith.starter.web.live;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the present state of what a feed follows. */
@FunctionalInterface
public interface FeedSource {

    /**
     * A state.
     *
     * @param data an object without nulls
     * @param isLast whether it never changes again
     */
    record State(JsonNode data, boolean isLast) {}

    /** Reads the state. An exception leaves the last one in force; the next reading tries again. */
    State read();
}
