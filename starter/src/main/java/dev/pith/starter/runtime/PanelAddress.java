package dev.pith.starter.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * Where the web panel of a home is, for commands that name it. The process that serves it records it.
 *
 * @param pid the process
 * @param url the address, without a slash at the end
 */
public record PanelAddress(long pid, String url) {

    /** Returns the address of the panel that runs now; empty if none does. */
    public static Optional<PanelAddress> of(Home home) {
        try {
            List<String> lines = Files.readAllLines(home.panel(), StandardCharsets.UTF_8);
            PanelAddress recorded = new PanelAddress(Long.parseLong(lines.get(0)), lines.get(1));
            return ProcessHandle.of(recorded.pid()).isPresent() ? Optional.of(recorded) : Optional.empty();
        } catch (NoSuchFileException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records this process as the one that serves the panel; a later one replaces it. */
    public static void record(Home home, String url) {
        RecordFile.write(home.panel(), ProcessHandle.current().pid() + "\n" + url + "\n");
    }

    /** Removes the record of this process. */
    public static void remove(Home home) {
        try {
            if (of(home).filter(known -> known.pid() == ProcessHandle.current().pid())
                    .isPresent()) {
                Files.deleteIfExists(home.panel());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
