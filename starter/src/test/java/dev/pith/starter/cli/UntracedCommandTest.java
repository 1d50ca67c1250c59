package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without traces, a command pays nothing for them. */
@Tag("servers")
class UntracedCommandTest {

    @TempDir
    Path directory;

    @Test
    void aCompaction_loadsNoClassOfOpenTelemetry() throws Exception {
        List<String> loaded = loaded(List.of());

        assertThat(loaded).anyMatch(line -> line.contains(" dev.pith.activities.temporal.SummarizingActivitiesImpl "));
        assertThat(loaded.stream().filter(line -> line.contains(" io.opentelemetry.")))
                .isEmpty();
    }

    @Test
    void withTraces_itDoes_andEndsAlthoughNobodyTakesThem() throws Exception {
        assertThat(loaded(List.of("PITH_TRACES_ENDPOINT=http://127.0.0.1:1")))
                .anyMatch(line -> line.contains(" io.opentelemetry."));
    }

    private List<String> loaded(List<String> environment) throws Exception {
        Home home = TestHome.withStore(directory.resolve("home"));
        Path session = Files.writeString(directory.resolve("session.jsonl"), """
                {"role":"user","content":"Never paint the shed red."}
                {"role":"assistant","content":"I will not."}
                """);
        Path loaded = directory.resolve("loaded");
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.pith(
                        List.of("-Xlog:class+load:file=" + loaded),
                        "compact",
                        session.toString(),
                        "--home",
                        home.root().toString(),
                        "--temporal-binary",
                        "off"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PITH_") || name.startsWith("OTEL_"));
        environment.forEach(variable -> builder.environment()
                .put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1)));
        try {
            Process process = builder.start();
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(directory.resolve("output")))
                    .isZero();
        } finally {
            TestHome.leave(home);
        }
        try (Stream<String> lines = Files.lines(loaded)) {
            return lines.toList();
        }
    }
}
