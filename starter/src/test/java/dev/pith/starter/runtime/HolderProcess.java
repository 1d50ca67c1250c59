package dev.pith.starter.runtime;

import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Patience;
import dev.pith.starter.cli.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@link Holder} in a JVM and a session of its own, like a command in a terminal. */
final class HolderProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private HolderProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static HolderProcess start(Home home) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(JavaCommand.of(Holder.class, List.of(), home.root().toString()));
        Path output = Files.createTempFile("holder", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new HolderProcess(process, output);
    }

    HolderProcess awaitUp() {
        await().atMost(Patience.LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> output().contains("up ") || !process.isAlive());
        if (!output().contains("up ")) {
            throw new AssertionError(output());
        }
        return this;
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the holder reached: the addresses after the word and the time. */
    String addresses() {
        return output().replaceFirst("(?s).*up \\d+ ([^\\n]*).*", "$1");
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** What Ctrl-C does: every process of the terminal's foreground group gets it. */
    void interruptGroup() {
        Shell.run("sh", "-c", "kill -INT -" + process.pid());
        awaitEnd();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        awaitEnd();
        Files.delete(output);
    }

    private void awaitEnd() {
        await().atMost(Patience.LONG).until(() -> !process.isAlive());
    }
}
