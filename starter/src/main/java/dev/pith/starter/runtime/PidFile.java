package dev.pith.starter.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server's process number, written by the server's own process before it becomes the server: whoever starts it may be
 * killed at any moment, and no server is left that the home does not know.
 */
record PidFile(Path file) {

    /** The command that writes this file and then turns into the given one, its number unchanged. */
    List<String> announcing(List<String> command) {
        List<String> announcing = new ArrayList<>(List.of("sh", "-c", "echo $$ >\"$0\"; exec \"$@\"", file.toString()));
        announcing.addAll(command);
        return announcing;
    }

    /** The living process: it started when the file was written, or its command line names this. */
    Optional<ServerProcess> process(String argument) {
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ServerProcess.find(pid, written, argument);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
