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

/** PostgreSQL's own {@code postmaster.pid}: the pid of a data directory's server, its start time, port and status. */
record PostmasterFile(long pid, Instant started, int port, String status) {

    private static final int STARTED = 2;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    /** A pid larger than any system's maximum. */
    private static final String NOBODY = "2147483646";

    /** Reads the file; empty if it does not exist or is still being written. */
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

    /** Returns the live server of this data directory, unless the file is stale. */
    Optional<ServerProcess> process(Path data) {
        return ServerProcess.find(pid, started, data.toString());
    }

    /**
     * Makes a stale file harmless. PostgreSQL refuses to start while any process, even a zombie or an unrelated one,
     * has the pid on the first line. Only the pid is replaced: the file also holds the key of the shared memory, by
     * which PostgreSQL detects children of a killed server that still write.
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
            // There is no stale file.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
