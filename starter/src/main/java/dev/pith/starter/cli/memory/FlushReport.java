package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Flush;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Formats flushes as text and as JSON objects. */
public final class FlushReport {

    private FlushReport() {}

    /** Returns a line on a flush. */
    public static String line(Flush flush) {
        return "flush " + flush.id() + " of " + flush.conversation() + ", messages " + flush.fromSeq() + " to "
                + flush.toSeq() + ": " + state(flush) + (flush.error() == null ? "" : ": " + flush.error());
    }

    private static String state(Flush flush) {
        Instant now = Instant.now();
        if (flush.done()) {
            return "done, " + Numbers.of(Objects.requireNonNullElse(flush.memories(), 0), "memory", "memories");
        }
        if (!flush.pending()) {
            return "given up after " + Numbers.of(flush.attempts(), "attempt") + " (pith flush " + flush.conversation()
                    + " tries again)";
        }
        if (flush.due().isAfter(now)) {
            return "put off, tried again in " + span(Duration.between(now, flush.due()));
        }
        return flush.started() == null ? "waiting" : "under way";
    }

    private static String span(Duration duration) {
        return duration.toMinutes() < 2 ? duration.toSeconds() + " s" : duration.toMinutes() + " min";
    }

    /** Returns a message that says which process continues the remaining flushes. */
    static String goesOn(Engine engine) {
        return switch (engine.successor()) {
            case ANOTHER_WORKER -> "another worker goes on with it";
            case NEXT_COMMAND -> "it is saved and goes on with the next command that runs work, or with: pith dev";
            case NOBODY -> "it is saved and goes on with the next command that runs work";
        };
    }

    /** Returns a flush as a JSON object. */
    public static Map<String, Object> object(Flush flush) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("flush", flush.id());
        object.put("conversation", flush.conversation());
        object.put("fromSeq", flush.fromSeq());
        object.put("toSeq", flush.toSeq());
        object.put("state", Numbers.lower(flush.state()));
        object.put("attempts", flush.attempts());
        object.put("due", flush.pending() ? flush.due().toString() : null);
        object.put("memories", flush.memories());
        object.put("error", flush.error());
        return object;
    }
}
