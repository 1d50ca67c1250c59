package dev.pith.starter.durability;

import static org.awaitility.Awaitility.await;

import dev.pith.starter.cli.JavaCommand;
import dev.pith.starter.runtime.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real command in a JVM and a session of its own. */
public final class PithProcess {

    private static final String OUTPUT = "output";

    private final Process process;
    private final Path output;

    private PithProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a command about a home, with these variables and none of the tests' own. */
    public static PithProcess start(Home home, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(JavaCommand.pith(arguments));
        command.addAll(List.of("--home", home.root().toString()));
        try {
            Path output = Files.createTempFile(home.root(), OUTPUT, ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PITH_") || name.startsWith("TEMPORAL_"));
            builder.environment().putAll(environment);
            return new PithProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it at this moment, or lets it be where it ended before. */
    void killAfter(long millis) throws InterruptedException {
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends it at once. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What Ctrl-C or a service manager sends. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its exit code, waited for. */
    public int exitCode() {
        return exitCode(Duration.ofSeconds(90));
    }

    int exitCode(Duration patience) {
        await().atMost(patience).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Waits until it says this, or has ended. */
    public void awaitOutput(String words) {
        // A command on a pipe first says how far it is after 15 s, and a killed worker's queries fail for as long.
        await().atMost(Duration.ofMinutes(2)).until(() -> output().contains(words) || !process.isAlive());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    static boolean isOutput(Path file) {
        return file.getFileName().toString().startsWith(OUTPUT);
    }

    /** Both of its streams. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
