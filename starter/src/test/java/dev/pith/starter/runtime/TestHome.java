package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Homes that share one unpacked PostgreSQL and one program of Temporal: having them takes longer than everything else. */
public final class TestHome {

    private static final Path BINARIES = PostgresBinaries.unpack(
                    new Home(Path.of("target/unpacked")).create(), StartupProgress.SILENT)
            .directory();

    private TestHome() {}

    public static Home in(Path directory) throws IOException {
        return at(directory.resolve("a home"));
    }

    /** At a place of its own. */
    public static Home at(Path root) throws IOException {
        Home home = new Home(root).create();
        Files.createSymbolicLink(home.postgres().resolve(BINARIES.getFileName()), BINARIES);
        TestTemporal.into(home);
        return home;
    }

    /** Ends the servers; the links would only make JUnit complain. */
    public static void leave(Home home) throws IOException {
        EmbeddedStack.stop(home);
        for (Path part : new Path[] {home.postgres(), home.temporal()}) {
            try (Stream<Path> entries = Files.list(part)) {
                for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
                    Files.delete(link);
                }
            }
        }
    }
}
