package dev.pith.starter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.starter.engine.UnreachableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class SeveralTest {

    private final StringWriter told = new StringWriter();
    private final Terminal terminal =
            new Terminal(new PrintWriter(told, true), new PrintWriter(told, true), false, false, false, false);
    private boolean ending;

    private Several of(int count) {
        return new Several(terminal, count, () -> ending);
    }

    @Test
    void whateverBefallsOneTheOthersGoOn() {
        Several several = of(4);
        several.attempt("one", () -> {
            throw new IllegalStateException("broken");
        });
        several.attempt("two", () -> {
            throw new StackOverflowError("too deep");
        });
        several.attempt("three", () -> {
            throw CommandProblem.usage("three is no conversation");
        });
        several.attempt("four", () -> ExitCode.DONE);

        assertThat(several.exitCode()).isEqualTo(ExitCode.PARTLY);
        assertThat(told.toString().lines())
                .containsExactly(
                        "pith: one: IllegalStateException: broken (a defect of Pith)",
                        "pith: two: StackOverflowError: too deep (a defect of Pith)",
                        "pith: three is no conversation");
    }

    @Test
    void whatTheNextWouldMeetAsWellEndsAll() {
        assertThatThrownBy(() -> of(2).attempt("one", () -> {
                    throw new UnreachableException("PostgreSQL is gone", new IOException());
                }))
                .isInstanceOf(UnreachableException.class);
        assertThatThrownBy(() -> of(2).attempt("one", () -> {
                    throw new UncheckedIOException(new IOException("x.tmp: No space left on device"));
                }))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aSignalOrTheOnlyOneEndsAll() {
        assertThatThrownBy(() -> of(1).attempt("one", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        ending = true;
        assertThatThrownBy(() -> of(2).attempt("one", () -> {
                    throw new IllegalStateException("closed");
                }))
                .hasMessage("closed");
        assertThat(told.toString()).isEmpty();
    }
}
