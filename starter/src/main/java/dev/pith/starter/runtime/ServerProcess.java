package dev.pith.starter.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Identifies one process. A pid can be reused; pid and start time together cannot. */
record ServerProcess(long pid, Instant started) {

    /** The tolerance of start times: clocks are adjusted and boot times rounded. A pid is not reused so soon. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    /** The index of the thread count in {@code /proc/PID/stat}, counted from the state. */
    private static final int THREADS = 17;

    /**
     * Returns the live process with this pid, if it started at about that time or its command line contains the
     * argument. A clock adjustment changes the start time that the system reports; without the argument a server would
     * be considered dead and started a second time.
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

    /** Returns whether the command line contains this text or is not readable. */
    boolean mayHaveArgument(String text) {
        return commandLine().map(line -> line.contains(text)).orElse(true);
    }

    private Optional<String> commandLine() {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().commandLine());
    }

    /** Sends a signal by its name, such as {@code INT}; does nothing if the process has exited. */
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

    /** Returns whether a process is a zombie, not yet reaped by its parent. Java reports it as alive. */
    private static boolean isZombie(long pid) {
        Path stat = Path.of("/proc/" + pid + "/stat");
        try {
            return Files.exists(stat) && isZombie(Files.readString(stat));
        } catch (IOException e) {
            // The process exited between the two calls.
            return true;
        }
    }

    /**
     * Parses {@code /proc/PID/stat}. The state follows the name, which is in parentheses and may contain any character.
     * A killed process whose first thread is a zombie while others are still exiting holds its ports and files, so it
     * counts as alive.
     */
    static boolean isZombie(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > THREADS && "ZX".contains(fields[0]) && Integer.parseInt(fields[THREADS]) <= 1;
    }
}
