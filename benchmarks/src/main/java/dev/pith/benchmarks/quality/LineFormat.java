package dev.pith.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that writes its log as one JSON record a line. */
interface LineFormat {

    String name();

    /** Whether a record can only be of this program. */
    boolean wrote(JsonNode record);

    /** What happened by this record. */
    List<Event> events(JsonNode record, int line);

    /** Whether the program forgot here what stands above. */
    boolean isBoundary(JsonNode record);

    default @Nullable String branch(JsonNode record) {
        return null;
    }
}
