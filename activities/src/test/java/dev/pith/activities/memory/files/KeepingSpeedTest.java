package dev.pith.activities.memory.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.testing.PostgresExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Thousands of memories: looking for changes is cheap enough to be done all the time. */
@Isolated("it measures time")
@Tag("servers")
class KeepingSpeedTest {

    private static final int MEMORIES = 5_000;
    private static final int DAYS = 50;

    @RegisterExtension
    final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    @Test
    void whatNobodyTouchedCostsLittle() {
        try (Database database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 4))) {
            RememberingHome home = new RememberingHome(database, directory);
            database.transact(handle -> {
                for (int i = 0; i < MEMORIES; i++) {
                    String text = "Boat number " + i + " is at berth " + i % 97 + " since the storm.";
                    home.rememberIn(handle, RememberingHome.DAY.plusDays(i % DAYS), MemoryKind.FACT, text);
                }
                return true;
            });
            home.keep();
            Duration looking = time(home::keep);
            Duration catchingUp = time(home.folder::catchUp);

            // With 365 days these take 0.16 and 0.02 seconds on two slow cores; a transaction a memory would take ten.
            assertThat(looking).isLessThan(Duration.ofSeconds(2));
            assertThat(catchingUp).isLessThan(Duration.ofMillis(500));
            assertThat(home.keep().changed()).isFalse();
        }
    }

    private static Duration time(Runnable work) {
        Instant start = Instant.now();
        work.run();
        return Duration.between(start, Instant.now());
    }
}
