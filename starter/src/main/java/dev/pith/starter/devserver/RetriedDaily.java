package dev.pith.starter.devserver;

import dev.pith.activities.hashing.Sha256;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TemporalSource;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps a slow source. After a failure it is not tried again for a day, unless what it depends on has changed.
 *
 * @param file stores the failure
 * @param circumstances what its success depends on, such as the configured proxy; only the hash is stored
 */
record RetriedDaily(TemporalSource source, Path file, String circumstances, Clock clock) implements TemporalSource {

    private static final Logger LOG = LoggerFactory.getLogger(RetriedDaily.class);

    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public TemporalProgram find(StartupProgress startupProgress) {
        Properties last = read();
        if (isFresh(last)) {
            return TemporalProgram.missing(
                    last.getProperty("why", "") + " (as tried at " + time(last) + "; pith doctor tries again)");
        }
        TemporalProgram program = source.find(startupProgress);
        if (program.isFound()) {
            forget(file);
        } else {
            write(program.whyNot());
        }
        return program;
    }

    /** Clears the failure, so the next command tries the source again. */
    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} stays", file, e);
        }
    }

    private boolean isFresh(Properties last) {
        try {
            Duration age = Duration.between(Instant.parse(last.getProperty("at", "")), clock.instant());
            return !age.isNegative() && age.compareTo(DAY) < 0 && key().equals(last.getProperty("circumstances"));
        } catch (DateTimeException e) {
            // It was never tried, or the file has a foreign format.
            return false;
        }
    }

    private String time(Properties last) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .withZone(clock.getZone())
                .format(Instant.parse(last.getProperty("at")));
    }

    private Properties read() {
        Properties last = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                last.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                // An unreadable file counts as never tried.
                return new Properties();
            }
        }
        return last;
    }

    private void write(String why) {
        Properties failure = new Properties();
        failure.setProperty("at", clock.instant().toString());
        failure.setProperty("why", why);
        failure.setProperty("circumstances", key());
        try (Writer writer = Files.newBufferedWriter(file)) {
            failure.store(writer, "Why Temporal could not be fetched; pith doctor tries again");
        } catch (IOException e) {
            // The next command tries again.
            LOG.debug("{} cannot be written", file, e);
        }
    }

    private String key() {
        return Sha256.hex(circumstances);
    }
}
