package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation that somebody is compacting at this moment is waited for. */
@Tag("servers")
class BackfillBesidePeopleTest {

    @TempDir
    Path directory;

    @Test
    void itsTurnComesLaterAndItIsUpToDateThen() throws Exception {
        try (BackfillHome backfills = new BackfillHome(directory)) {
            Path folder = Files.createDirectories(directory.resolve("shared"));
            String busy = backfills.home.chat("shared/busy.json", 60).toString();
            backfills.home.chat("shared/free.json", 60);
            // The backfill tries again every five seconds; the person's compaction ends between two attempts.
            backfills.home.fake.behaves(call ->
                    Behavior.timed(call.number() == 1 ? Duration.ofSeconds(8) : Duration.ZERO, Duration.ZERO, 80));
            CompletableFuture<Result> person =
                    backfills.meanwhile("compact", busy, "--model", "plain", "--flush", "off");
            await().atMost(Patience.LONG)
                    .until(() -> !backfills.home.fake.calls().isEmpty() || person.isDone());
            Result night = backfills.pith(
                    "backfill",
                    folder.toString(),
                    "--name",
                    "night",
                    "--strategy",
                    "rolling",
                    "--model",
                    "plain",
                    "--flush",
                    "off");

            assertThat(person.get().code()).as(person.get().err()).isZero();
            assertThat(night.code()).as(night.err() + night.out()).isZero();
            assertThat(counts(backfills)).isEqualTo("1 compacted, 1 skipped");
            assertThat(backfills.home.fake.calls()).hasSize(2);
        }
    }

    private static String counts(BackfillHome backfills) throws IOException {
        return backfills.count("night", "compacted") + " compacted, " + backfills.count("night", "skipped")
                + " skipped";
    }
}
