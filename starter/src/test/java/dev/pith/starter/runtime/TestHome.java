package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Homes that share one unpacked PostgreSQL: unpacking takes longer than everything else. */
public final class TestHome {

    private static final Path BINARIES = PostgresBinaries.unpack(
                    new Home(Path.of("target/unpacked")).create(), Progress.SILENT)
            .directory();

    private TestHome() {}

    public static Home in(Path directory) throws IOException {
        Home home = new Home(directory.resolve("a home")).create();
        Files.createSymbolicLink(home.postgres().resolve(BINARIES.getFileName()), BINARIES);
        return home;
    }

    /** Ends the servers; the link would only make JUnit complain. */
    public static void leave(Home home) throws IOException {
        EmbeddedStack.stop(home);
        Path link = home.postgres().resolve(BINARIES.getFileName());
        Files.deleteIfExists(link);
    }
}
