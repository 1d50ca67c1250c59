package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes whose output cannot be written. */
@Tag("servers")
class StandardOutputTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"completion", "config", "--help", "--version", "list --help"})
    void aFullDiskFailsTheCommandAndIsTold(String command) throws Exception {
        Process process = start(command, ProcessBuilder.Redirect.to(new File("/dev/full")));
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(told().lines().filter(line -> line.startsWith("pith: ")))
                .singleElement()
                .asString()
                .startsWith("pith: standard output could not be written (No space left on device) and is not whole: ");
    }

    @Test
    void aReaderThatWentAwayEndsItWithoutAWord() throws Exception {
        Process process = start("completion", ProcessBuilder.Redirect.PIPE);
        process.getInputStream().close();
        assertThat(process.waitFor()).isEqualTo(141);
        assertThat(told()).isEmpty();
    }

    @Test
    void aCommandThatFailedKeepsItsExitCode() throws Exception {
        Process process = start("compakt", ProcessBuilder.Redirect.to(new File("/dev/full")));
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private Process start(String command, ProcessBuilder.Redirect output) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.pith(command.split(" ")))
                .redirectOutput(output)
                .redirectError(file().toFile());
        builder.environment().put("PITH_HOME", directory.resolve("home").toString());
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private Path file() {
        return directory.resolve("err");
    }

    private String told() throws Exception {
        return Files.readString(file());
    }
}
