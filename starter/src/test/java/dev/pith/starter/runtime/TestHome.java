package dev.pith.starter.runtime;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
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

    /** With an empty store, a copy: making one takes seconds. */
    public static Home withStore(Path root) throws IOException {
        Home home = at(root);
        Path from = Template.HOME.postgres();
        for (String part : List.of("data", "password")) {
            try (Stream<Path> all = Files.walk(from.resolve(part))) {
                for (Path file : all.toList()) {
                    Path copy = home.postgres().resolve(from.relativize(file));
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return home;
    }

    /** Its server has ended, so that its files can be copied. */
    private static final class Template {

        static final Home HOME = made();

        private static Home made() {
            try {
                Home home = at(emptied(Path.of("target/template-home")));
                StackOptions options = StackOptions.both(
                                "test", progress -> TemporalProgram.missing("it is not asked for"))
                        .withoutTemporal();
                try (EmbeddedStack stack = EmbeddedStack.acquire(home, options, StartupProgress.SILENT)) {
                    DatabaseAddress store = stack.database();
                    Database.open(new StoreSettings(store.jdbcUrl(), store.user(), store.password(), 2))
                            .close();
                }
                return home;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A place of the build's directory without what an earlier run left there. */
    public static Path emptied(Path place) {
        if (Files.exists(place)) {
            try (Stream<Path> left = Files.walk(place)) {
                for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return place;
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
