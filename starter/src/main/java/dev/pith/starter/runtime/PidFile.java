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
 * The pid of a server. The server's own process writes the file before it becomes the server by exec. The starting
 * command may be killed at any moment, and the home still knows every server.
 */
record PidFile(Path file) {

    /** Returns a command that writes this file and then replaces itself by the given one, with the same pid. */
    List<String> announcing(List<String> command) {
        List<String> announcing = new ArrayList<>(List.of("sh", "-c", "echo $$ >\"$0\"; exec \"$@\"", file.toString()));
        announcing.addAll(command);
        return announcing;
    }

    /** Returns the live process, if it started when the file was written or its command line contains the argument. */
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
