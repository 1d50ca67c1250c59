package dev.pith.activities.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The clock of the database, read once a minute and extrapolated with this machine's monotonic clock: wall clocks of
 * machines may differ by minutes, which does not matter here. Thread-safe.
 */
final class StoreClock implements InstantSource {

    private static final long LIFE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Jdbi jdbi;
    private volatile Reading reading;

    /** Creates the clock and reads the time once. */
    StoreClock(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.reading = read(jdbi);
    }

    private record Reading(Instant time, long nanos) {}

    @Override
    public Instant instant() {
        Reading last = reading;
        long passed = System.nanoTime() - last.nanos();
        if (passed > LIFE_NANOS) {
            last = read(jdbi);
            reading = last;
            passed = System.nanoTime() - last.nanos();
        }
        return last.time().plusNanos(passed);
    }

    private static Reading read(Jdbi jdbi) {
        long before = System.nanoTime();
        Instant time = jdbi.withHandle(handle ->
                handle.select("select clock_timestamp()").mapTo(Instant.class).one());
        return new Reading(time, before + (System.nanoTime() - before) / 2);
    }
}
