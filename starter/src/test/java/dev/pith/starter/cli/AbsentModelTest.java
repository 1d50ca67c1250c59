package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.testing.Behavior;
import dev.pith.starter.durability.PithProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Work that waits for a model which was taken out of the configuration meanwhile: whoever follows it is told so.
 * The model's last worker was a process that has ended.
 */
@Tag("servers")
@TestMethodOrder(OrderAnnotation.class)
class AbsentModelTest extends InABackfillHome {

    private static final String MISSING = "model \"plain\", which this configuration does not describe";

    private String flushed;

    @BeforeAll
    void beginAndForgetTheModels() throws Exception {
        backfills.home.fake.behaves(call -> Behavior.hang(Duration.ofMinutes(5)));
        String folder = backfills.sessions("away", 1).toString();
        PithProcess begun = backfills.elsewhere(
                "backfill", folder, "--name", "away", "--model", "plain", "--flush", "off", "--detach");
        assertThat(begun.exitCode()).as(begun.output()).isZero();
        Path chat = backfills.home.chat("flushed.json", 40);
        flushed = backfills.pith("import", "-q", chat.toString()).out().strip();
        PithProcess left = backfills.elsewhere("flush", flushed, "--model", "plain", "--timeout", "8s");
        assertThat(left.exitCode()).as(left.output()).isEqualTo(3);
        Files.writeString(directory.resolve("home").resolve("pith.toml"), "");
    }

    @Test
    @Order(1)
    void aFlush_isNotWaitedFor_andGoesOnWithAnotherModel() {
        assertMissing("flush 1 of " + flushed + " waits for ", "flush", "--wait", "--timeout", "3m");

        Result other = backfills.pith("flush", flushed, "--model", "extractive", "--timeout", "1m");
        assertThat(other.code()).as(other.err()).isZero();
    }

    @Test
    @Order(2)
    void aCompaction_isNotWatchedForEver() throws IOException {
        List<String> ids = backfills.pith("list", "--output", "json").objects().stream()
                .map(row -> row.path("conversation").asText())
                .filter(id -> !id.equals(flushed))
                .toList();
        assertThat(ids).hasSize(1);

        assertMissing("the compaction of " + ids.get(0) + " waits for ", "watch", ids.get(0));
    }

    @Test
    @Order(3)
    void aBackfill_isNotFollowedForEver_andNotTakenUpAgain() {
        assertMissing("backfill away waits for ", "backfill", "watch", "away");
        assertMissing("backfill away waits for ", "backfill", "resume", "away");

        Result canceled = backfills.pith("backfill", "cancel", "away");
        assertThat(canceled.code()).as(canceled.err()).isZero();
        backfills.assertRefused("backfill away asks " + MISSING, "backfill", "retry-failed", "away");
    }

    private void assertMissing(String words, String... command) {
        Result result = backfills.pith(command);
        assertThat(result.code()).as(result.err()).isEqualTo(3);
        assertThat(result.err()).contains(words + MISSING).contains("[models.plain]");
    }
}
