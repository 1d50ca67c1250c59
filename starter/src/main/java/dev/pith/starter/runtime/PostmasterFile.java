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

/** PostgreSQL's own {@code postmaster.pid}: who serves a data directory, since when, on which port, and how far it is. */
record PostmasterFile(long pid, Instant started, int port, String status) {

    private static final int STARTED = 2;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    /** Larger than any system's highest process number. */
    private static final String NOBODY = "2147483646";

    /** Empty where there is none, or where it is still being written. */
    static Optional<PostmasterFile> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(file(data));
            if (lines.size() <= PORT) {
                return Optional.empty();
            }
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(STARTED).strip())),
                    Integer.parseInt(lines.get(PORT).strip()),
                    lines.size() > STATUS ? lines.get(STATUS).strip() : ""));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    boolean isStopping() {
        return status.equals("stopping");
    }

    /** The living server of this data directory, if this file is not stale. */
    Optional<ServerProcess> process(Path data) {
        return ServerProcess.find(pid, started, data.toString());
    }

    /**
     * Makes a stale file harmless. PostgreSQL refuses to start while any process, even a zombie or a stranger, has the
     * number on the first line. Removing the file would also remove the key of the shared memory, by which PostgreSQL
     * notices children of a killed server that still write: so only the number goes.
     */
    static void disown(Path data) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file(data)));
            if (lines.size() <= PORT) {
                Files.delete(file(data));
                return;
            }
            lines.set(0, NOBODY);
            Files.write(file(data), lines);
        } catch (NoSuchFileException e) {
            // Nothing to disown.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
