package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetachedProcessTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPENAI_API_KEY",
                "ANTHROPIC_API_KEY",
                "MY_KEY",
                "PITH_JDBC_PASSWORD",
                "PGPASSWORD",
                "TEMPORAL_API_KEY"
            })
    void noKeyIsForServers(String variable) {
        assertThat(DetachedProcess.isForServers(variable)).isFalse();
    }

    @Test
    void aServerSeesOnlyWhatItNeedsToRun() throws Exception {
        Path log = directory.resolve("env.log");
        DetachedProcess.start(List.of("env"), directory, log).waitFor();

        List<String> names = Files.readAllLines(log).stream()
                .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
                .toList();
        assertThat(names).contains("PATH").allMatch(DetachedProcess::isForServers);
        assertThat(System.getenv().keySet()).anyMatch(name -> !DetachedProcess.isForServers(name));
    }
}
