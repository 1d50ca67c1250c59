package dev.pith.starter.importing.following;

import dev.pith.starter.importing.reading.FileStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what files looked like when they were read. A file that takes long to read rests before it is read again, so
 * that following a large session does not occupy a processor. Confined to one thread.
 */
public final class ChangedFiles {

    /** A file rests this many times as long as reading it took. */
    private static final int REST = 9;

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private record Read(FileStamp stamp, Instant restsUntil) {}

    private final Map<Path, Read> reads = new HashMap<>();
    private final InstantSource clock;

    public ChangedFiles(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns the stamp of a file that has changed since it was read, or was never read; empty if it is gone. */
    public Optional<FileStamp> changed(Path file) {
        try {
            FileStamp now = FileStamp.of(file);
            Read read = reads.get(file);
            return read != null && read.stamp().equals(now) ? Optional.empty() : Optional.of(now);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a file is not to be read yet. */
    public boolean rests(Path file) {
        Read read = reads.get(file);
        return read != null && clock.instant().isBefore(read.restsUntil());
    }

    /**
     * Notes that a file was read.
     *
     * @param stamp what it looked like before
     * @param begun when reading it began
     */
    public void read(Path file, FileStamp stamp, Instant begun) {
        Instant now = clock.instant();
        Duration rest = Duration.between(begun, now).multipliedBy(REST);
        reads.put(file, new Read(stamp, now.plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest)));
    }
}
