package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user of the command is told in the provider's words why a model did not write. */
@Tag("servers")
class ModelWordsTest {

    private static final Map<String, String> BUSY_LONG = Map.of("Retry-After", "86400");

    @TempDir
    Path directory;

    @Test
    void standInTheOutputWhetherTheContextIsKeptOrTheResultDegraded() throws Exception {
        try (FakeModel fake = FakeModel.start();
                CommandHome home = new CommandHome(directory)) {
            fake.behaves(call -> Behavior.error(401, "Incorrect API key provided"));
            PithProcess refused = compact(home, fake);
            assertThat(refused.exitCode()).describedAs(refused.output()).isOne();
            assertThat(refused.output()).contains("Failed").contains("401: Incorrect API key provided");

            fake.behaves(call -> Behavior.status(429, "{\"error\":{\"message\":\"come back tomorrow\"}}", BUSY_LONG));
            PithProcess kept = compact(home, fake, "--on-model-failure", "keep");
            assertThat(kept.exitCode()).describedAs(kept.output()).isOne();
            assertThat(kept.output()).contains("Failed").contains("429: come back tomorrow");

            PithProcess degraded = compact(home, fake);
            assertThat(degraded.exitCode()).describedAs(degraded.output()).isEqualTo(3);
            // Nobody was asked this time: the endpoint was closed before.
            assertThat(degraded.output())
                    .contains("Compacted, degraded")
                    .contains("a part was written without the model: 429: come back tomorrow");
        }
    }

    private static PithProcess compact(CommandHome home, FakeModel fake, String... more) throws Exception {
        String[] arguments = new String[4 + more.length];
        System.arraycopy(new String[] {"compact", home.session("s"), "--model", "fake"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return home.pith(CommandHome.model(fake, 1, 1), arguments);
    }
}
