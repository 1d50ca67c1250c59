package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.testing.Patience;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Failure;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.StartPatience;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Sizes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The home's Temporal runs and takes connections, but answers nothing. */
@Tag("servers")
class StalledTemporalTest {

    @TempDir
    Path directory;

    private CommandHome home;

    @BeforeEach
    void open() throws Exception {
        home = new CommandHome(directory);
        home.done("import", home.session("s"));
    }

    @AfterEach
    void close() throws Exception {
        home.close();
    }

    @Test
    void aStart_isGivenUpInTime_andSaysWhatItWaitsFor() throws Exception {
        List<String> steps = new CopyOnWriteArrayList<>();
        AtomicInteger told = new AtomicInteger();
        try (Engine engine = home.storeAndTemporal(steps::add)) {
            Conversation conversation = CommandHome.only(engine.database());
            StartPatience patience =
                    new StartPatience(Duration.ofSeconds(8), Duration.ofSeconds(1), told::incrementAndGet);
            CompactionSpec spec = new CompactionSpec(
                    Strategy.ROLLING, null, null, null, 1, new Sizes(2_000, 1, 100, 500, 400, 1_000, 1_000));
            home.signalTemporal("STOP");
            try {
                Instant begun = Instant.now();
                Throwable thrown = catchThrowable(() -> engine.compactions().start(conversation.id(), spec, patience));

                assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(25));
                assertThat(told).hasValue(1);
                assertThat(Failure.of(thrown).code()).isEqualTo(ExitCode.UNREACHABLE);
                assertThat(Failure.of(thrown).words()).contains("Temporal ended or does not answer");
                await().atMost(Patience.LONG).until(() -> says(steps, "does not answer (DEADLINE_EXCEEDED)"));
            } finally {
                home.signalTemporal("CONT");
            }
            await().atMost(Patience.LONG).until(() -> says(steps, "answers again"));
        }
    }

    private static boolean says(List<String> steps, String words) {
        return steps.stream().anyMatch(step -> step.contains(words));
    }
}
