package dev.pith.starter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Help on a real terminal, which {@code script} gives. */
@Tag("servers")
class HelpWidthTest {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @Test
    void wrapsAtTheTerminalsWidth() throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT), "script gives a command a terminal of its own");
        assertThat(longest(60)).isBetween(50, 60);
        assertThat(longest(132)).isBetween(110, 132);
    }

    private static int longest(int columns) throws Exception {
        List<String> words = JavaCommand.pith(List.of("-Dpith.output.terminal=true"), "compact", "--help");
        String command = "stty cols " + columns + "; '" + String.join("' '", words) + "'";
        ProcessBuilder builder = new ProcessBuilder(List.of(SCRIPT.toString(), "-q", "-c", command, "/dev/null"));
        builder.environment().put("NO_COLOR", "1");
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String help = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(help).contains("Usage: ");
        return help.replaceAll("\u001b\\[[0-9;]*m", "")
                .lines()
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
