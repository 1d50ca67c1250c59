package dev.pith.starter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

    @Test
    void aFullDiskOfPostgresIsNoDefect() {
        SQLException full = new SQLException(
                "ERROR: could not extend file \"base/1\": No space left on device\n  Where: COPY message, line 7",
                "53100");
        Failure failure = Failure.of(new IllegalStateException("messages could not be stored", full));
        assertThat(failure)
                .isEqualTo(new Failure(
                        ExitCode.UNREACHABLE,
                        "the disk that PostgreSQL writes to is full (ERROR: could not extend file \"base/1\": No space left"
                                + " on device): free some space, then the same command goes on from what was stored",
                        false));
    }

    @Test
    void aFullDiskOfPithIsNoDefect() {
        Throwable full = catchThrowable(() -> Files.write(Path.of("/dev/full"), new byte[] {1}));
        assertThat(full).isInstanceOf(IOException.class);
        Failure failure = Failure.of(new IllegalStateException("could not be written", full));
        assertThat(failure.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(failure.words()).startsWith("the disk that Pith writes to is full (");
        assertThat(CommandProblem.unreadable("standard input", (IOException) full))
                .hasMessage(failure.words())
                .extracting(CommandProblem::exitCode)
                .isEqualTo(ExitCode.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03"})
    void aDatabaseThatWentAwayIsNoDefect(String state) {
        Failure failure = Failure.of(new IllegalStateException(new SQLException("terminating connection", state)));
        assertThat(failure.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(failure.words()).contains("(terminating connection)").contains("the same command goes on");
    }

    @Test
    void anythingElseOfTheDatabaseIsADefect() {
        Failure failure = Failure.of(new IllegalStateException("no such row", new SQLException("syntax", "42601")));
        assertThat(failure).isEqualTo(new Failure(ExitCode.FAILED, "IllegalStateException: no such row", true));
    }
}
