package dev.pith.activities.model;

import java.time.Duration;

/**
 * The timeouts of a call, all positive.
 *
 * @param connect until the connection is established
 * @param firstByte until the first byte of the answer: long, because a server may load the model first
 * @param idle between two pieces of a stream
 * @param total for the whole call, corrections of the request included
 */
public record Timeouts(Duration connect, Duration firstByte, Duration idle, Duration total) {

    public Timeouts {
        positive(connect, "connect");
        positive(firstByte, "firstByte");
        positive(idle, "idle");
        positive(total, "total");
    }

    /** Returns the defaults: 10 s, 170 s, 60 s and 5 min. Gateways close silent connections after 180 to 230 s. */
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
