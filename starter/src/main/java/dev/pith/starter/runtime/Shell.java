package dev.pith.starter.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a short-lived program and waits for it. */
final class Shell {

    private static final long PATIENCE_SECONDS = 120;

    private Shell() {}

    /** How it ended and what it printed, both streams together. */
    record Result(int exit, String output) {

        boolean succeeded() {
            return exit == 0;
        }

        String lastLine() {
            return output.strip().lines().reduce("", (first, second) -> second);
        }
    }

    static Result run(String... command) {
        return run(List.of(command));
    }

    static Result run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Result(-1, command.get(0) + " did not end");
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }

    /** The first executable of this name on a search path such as {@code PATH}. */
    static Optional<File> find(String program, String searchPath) {
        return List.of(searchPath.split(File.pathSeparator)).stream()
                .filter(directory -> !directory.isBlank())
                .map(directory -> new File(directory, program))
                .filter(file -> file.isFile() && file.canExecute())
                .findFirst();
    }
}
