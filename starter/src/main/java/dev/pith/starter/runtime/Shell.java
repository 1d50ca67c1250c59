package dev.pith.starter.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a short-lived program and waits for it. */
public final class Shell {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Shell() {}

    /** The exit code and the output, stdout and stderr together. */
    public record Result(int exit, String output) {

        public boolean succeeded() {
            return exit == 0;
        }

        public String lastLine() {
            return output.strip().lines().reduce("", (first, second) -> second);
        }
    }

    static Result run(String... command) {
        return run(PATIENCE, List.of(command));
    }

    static Result run(List<String> command) {
        return run(PATIENCE, command);
    }

    /** Runs a program and kills it if it takes longer than this. */
    public static Result run(Duration patience, String... command) {
        return run(patience, List.of(command));
    }

    private static Result run(Duration patience, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start();
            AtomicBoolean late = new AtomicBoolean();
            // The output is read until the process exits.
            process.onExit()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(timeout -> {
                        late.set(true);
                        // A child of a wrapper would keep the output open.
                        process.descendants().forEach(ProcessHandle::destroyForcibly);
                        return process.destroyForcibly();
                    });
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            return late.get()
                    ? new Result(-1, command.get(0) + " did not end within " + patience.toSeconds() + " s")
                    : new Result(exit, output);
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }

    /** Returns the first executable of this name on a search path such as {@code PATH}. */
    public static Optional<File> find(String program, String searchPath) {
        return List.of(searchPath.split(File.pathSeparator)).stream()
                .filter(directory -> !directory.isBlank())
                .map(directory -> new File(directory, program))
                .filter(file -> file.isFile() && file.canExecute())
                .findFirst();
    }
}
