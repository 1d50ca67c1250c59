package dev.pith.starter.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.engine.Engine;
import dev.pith.starter.runtime.TestTemporal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that only read, while the configured Temporal is away. */
@Tag("servers")
class AwayTemporalTest {

    @TempDir
    Path directory;

    @Test
    void whatTheStoreKnows_isTold() throws Exception {
        Map<String, String> away = Map.of("TEMPORAL_ADDRESS", "127.0.0.1:" + TestTemporal.port(0));
        try (CommandHome home = new CommandHome(directory)) {
            home.done("import", home.session("s"));
            home.done("backfill", "start", "--name", "nightly", "--flush", "off");
            try (Engine engine = home.store()) {
                String id = CommandHome.only(engine.database()).id();
                assertTold("Backfill nightly: completed", home.pith(away, "backfill", "status", "nightly"));
                assertTold("nightly ", home.pith(away, "backfill", "list"));
                assertTold(" of " + id + ": compacted", home.pith(away, "status", id));
            }
        }
    }

    private static void assertTold(String words, PithProcess command) {
        assertThat(command.exitCode()).describedAs(command.output()).isZero();
        assertThat(command.output()).contains(words).contains("Temporal is away, what follows is what the store knows");
    }
}
