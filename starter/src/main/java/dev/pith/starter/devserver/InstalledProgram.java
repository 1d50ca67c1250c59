package dev.pith.starter.devserver;

import dev.pith.starter.runtime.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An installed {@code temporal} and the version that it reports.
 *
 * @param problem why it cannot be used, as {@code is …} or {@code does …}; empty if it can
 */
record InstalledProgram(Path path, String version, Optional<String> problem) {

    private static final Pattern VERSION = Pattern.compile("version (\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static InstalledProgram at(Path path) {
        if (!Files.isRegularFile(path)) {
            return refused(path, Files.exists(path) ? "is not a file" : "does not exist");
        }
        if (!Files.isExecutable(path)) {
            return refused(path, "is not executable (chmod +x makes it so)");
        }
        Shell.Result told = Shell.run(PATIENCE, path.toString(), "--version");
        if (!told.succeeded()) {
            return refused(path, "does not run: " + told.lastLine());
        }
        Optional<ServerVersion> server = ServerVersion.in(told.output());
        if (server.isEmpty()) {
            return refused(path, "does not tell its server's version: " + told.lastLine());
        }
        if (server.get().compareTo(ServerVersion.OLDEST) < 0) {
            return refused(
                    path,
                    "is too old: its server is " + server.get() + ", Pith needs " + ServerVersion.OLDEST + " or later");
        }
        Matcher version = VERSION.matcher(told.output());
        return new InstalledProgram(path, version.find() ? version.group(1) : "unknown", Optional.empty());
    }

    private static InstalledProgram refused(Path path, String problem) {
        return new InstalledProgram(path, "unknown", Optional.of(problem));
    }
}
