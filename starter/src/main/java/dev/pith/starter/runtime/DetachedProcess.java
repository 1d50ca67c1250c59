package dev.pith.starter.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Starts a program in a session of its own. It does not receive the terminal's Ctrl-C and hang-up, and it inherits none
 * of this process's streams, so a pipe that reads from this process ends with it.
 */
final class DetachedProcess {

    private static final Set<String> NEEDED =
            Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "TZ", "TZDIR", "TMPDIR", "LD_LIBRARY_PATH");

    private static final long LOG_LIMIT = 4L << 20;

    private DetachedProcess() {}

    /** Starts the program. The returned process has the program's own pid: each wrapper replaces itself by exec. */
    static Process start(List<String> command, Path directory, Path log) {
        List<String> detached = new ArrayList<>(session());
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> !isForServers(name));
        try {
            rotate(log);
            return builder.start();
        } catch (IOException e) {
            throw new RuntimeProblem(
                    command.get(0) + " cannot be started: " + e.getMessage(), "See " + log.getParent(), e);
        }
    }

    /**
     * Returns whether servers inherit an environment variable. A server outlives the command, and its environment is
     * readable by anyone who may inspect its process, so provider keys are removed. Client settings (TEMPORAL_…, PG…)
     * are removed because they must not configure a server. Variables that a program needs to run are kept.
     */
    static boolean isForServers(String variable) {
        return NEEDED.contains(variable) || variable.startsWith("LC_") || variable.startsWith("DYLD_");
    }

    private static List<String> session() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin");
        return Shell.find("setsid", path)
                .map(setsid -> List.of(setsid.getPath()))
                // macOS has no setsid, but it has perl.
                .orElse(List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV;"));
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
