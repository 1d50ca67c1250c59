package dev.pith.starter.runtime;

import dev.pith.starter.devserver.DevServerPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The program of Temporal's dev server for tests, had in the same way as the product has it: of the PATH, else fetched once
 * into the build's own directory. Where it cannot be had, every test that needs it fails at once with the one line that says
 * why.
 */
public final class TestTemporal {

    private static final Home HOME = new Home(Path.of("target/temporal-home")).create();

    private static final TemporalProgram PROGRAM =
            DevServerPrograms.of(HOME, System.getenv()).everywhere().find(System.err::println);

    private TestTemporal() {}

    /** The executable. */
    public static Path program() {
        return PROGRAM.found()
                .orElseThrow(() -> new IllegalStateException(
                        "This test needs Temporal's dev server: " + PROGRAM.whyNot() + ". " + PROGRAM.cure()));
    }

    /** A port for one that a test starts itself: the preferred one if nobody has it (0: no preference), else any. */
    public static int port(int preferred) {
        return Ports.free(preferred);
    }

    /** A source that has it. */
    public static TemporalSource source() {
        Path program = program();
        return progress -> TemporalProgram.at(program, PROGRAM.version());
    }

    /** Makes it a home's own copy, where it was fetched, so that no command fetches it again. */
    static void into(Home home) {
        Optional<Path> fetched = PROGRAM.found().map(Path::toAbsolutePath).filter(copy -> copy.startsWith(HOME.root()));
        if (fetched.isEmpty()) {
            return;
        }
        try {
            Path release =
                    HOME.temporal().resolve(fetched.get().getName(fetched.get().getNameCount() - 2));
            Files.createSymbolicLink(home.temporal().resolve(release.getFileName()), release);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
