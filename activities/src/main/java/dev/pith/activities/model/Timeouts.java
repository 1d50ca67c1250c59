package dev.pith.activities.model;

import java.time.Duration;

/**
 * The timeouts of a call.
 *
 * @param connect until the connection stands
 * @param firstByte until the first byte of the answer: long, because a server may load the model first
 * @param idle between two pieces of a stream
 * @param total of the whole call; a hang never lasts longer
 */
public record Timeouts(Duration connect, Duration firstByte, Duration idle, Duration total) {

    public Timeouts {
        positive(connect, "connect");
        positive(firstByte, "firstByte");
        positive(idle, "idle");
        positive(total, "total");
    }

    /** What holds where nothing was configured. Gateways cut silent connections at 180 to 230 s. */
    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(170), Duration.ofSeconds(60), Duration.ofMinutes(5));
    }

    private static void positive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " time-out is " + value + ", must be positive");
        }
    }
}
