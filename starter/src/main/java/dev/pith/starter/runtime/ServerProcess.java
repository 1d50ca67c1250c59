package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One process and no other: its number may be given to somebody else, number and start together are not. */
record ServerProcess(long pid, Instant started) {

    /** Clocks are set and boot times rounded; a number is not given out again so soon. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    /** Where the number of threads stands, counted from the state. */
    private static final int THREADS = 17;

    /**
     * The living process with this number, if it started about then or its command line names this. Setting the clock moves
     * the start that the system tells, and a server that was taken for gone would be started a second time.
     */
    static Optional<ServerProcess> find(long pid, Instant about, String argument) {
        return find(pid)
                .filter(found -> found.startedAbout(about)
                        || found.commandLine()
                                .filter(line -> line.contains(argument))
                                .isPresent());
    }

    static Optional<ServerProcess> find(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .map(started -> new ServerProcess(pid, started))
                .filter(ServerProcess::isAlive);
    }

    boolean isAlive() {
        boolean same = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .filter(this::startedAbout)
                .isPresent();
        return same && !isZombie(pid);
    }

    /** Whether the command line names this, or is hidden from us. */
    boolean mayHaveArgument(String text) {
        return commandLine().map(line -> line.contains(text)).orElse(true);
    }

    private Optional<String> commandLine() {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().commandLine());
    }

    /** Sends a signal by its name, such as {@code INT}; a process that has just ended is none the worse. */
    void signal(String name) {
        if (isAlive()) {
            Shell.run("sh", "-c", "kill -" + name + " " + pid + " 2>/dev/null");
        }
    }

    boolean endsWithin(Duration patience) {
        return Poll.until(patience, () -> !isAlive());
    }

    private boolean startedAbout(Instant moment) {
        return Duration.between(started, moment).abs().compareTo(TOLERANCE) <= 0;
    }

    /** A dead process that its parent has not buried yet: Java still calls it alive. */
    private static boolean isZombie(long pid) {
        Path stat = Path.of("/proc/" + pid + "/stat");
        try {
            return Files.exists(stat) && isZombie(Files.readString(stat));
        } catch (IOException e) {
            // It vanished between the two calls.
            return true;
        }
    }

    /**
     * The state follows the name, which stands in parentheses and may hold any character. A killed process whose first
     * thread is a zombie while others still end holds its ports and files: that one lives.
     */
    static boolean isZombie(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > THREADS && "ZX".contains(fields[0]) && Integer.parseInt(fields[THREADS]) <= 1;
    }
}
