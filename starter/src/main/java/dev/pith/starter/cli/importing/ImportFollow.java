package dev.pith.starter.cli.importing;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Failure;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.importing.FolderListing.Refused;
import dev.pith.starter.importing.SourceReader;
import dev.pith.starter.importing.following.ChangedFiles;
import dev.pith.starter.importing.following.FolderWatch;
import dev.pith.starter.importing.reading.FileStamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Imports sources as they change. A file that cannot be imported is told once, and tried again when it changes; a store
 * that cannot be reached is waited for. Confined to one thread.
 */
final class ImportFollow {

    /** How often the folders are listed, for changes that no watch reported. */
    private static final Duration POLL = Duration.ofSeconds(30);

    private static final Duration RESTING = Duration.ofSeconds(1);

    private final Taking taking;
    private final Supplier<FollowedPaths> paths;
    private final Terminal terminal;
    private final BooleanSupplier ending;
    private final InstantSource clock = InstantSource.system();
    private final ChangedFiles files = new ChangedFiles(clock);
    private final SourceReader reader = new SourceReader();
    private final FollowWarnings warnings;
    private Set<Path> due = new LinkedHashSet<>();
    private FollowedPaths followed;
    private Instant listed = Instant.MIN;

    /**
     * @param paths finds the paths anew each time: a program may be installed meanwhile
     * @param ending whether the process is shutting down because of a signal
     */
    ImportFollow(Taking taking, Supplier<FollowedPaths> paths, BooleanSupplier ending, Terminal terminal) {
        this.taking = taking;
        this.paths = paths;
        this.ending = ending;
        this.terminal = terminal;
        this.warnings = new FollowWarnings(terminal);
        this.followed = paths.get();
    }

    /** Takes a source for the first time, with the exceptions of {@link Taking#take}. A folder may be empty yet. */
    void first(String source) {
        Path file = Path.of(source);
        if (Files.isDirectory(file)) {
            if (Files.isReadable(file)) {
                terminal.say(file + " holds no session yet");
            } else {
                terminal.warn(file + " may not be read");
            }
            return;
        }
        Optional<FileStamp> stamp = files.changed(file);
        Instant begun = clock.instant();
        try {
            taking.take(source);
            warnings.imported(file);
        } finally {
            stamp.ifPresent(seen -> files.read(file, seen, begun));
        }
    }

    /** Imports changes until the thread is interrupted, and calls {@code afterwards} after each round of them. */
    void run(Runnable afterwards) throws InterruptedException {
        try (FolderWatch watch = FolderWatch.open()) {
            while (true) {
                if (!clock.instant().isBefore(listed.plus(POLL))) {
                    list(watch);
                }
                round();
                afterwards.run();
                watch.await(due.isEmpty() ? POLL : RESTING).stream()
                        .map(FileStamp::logged)
                        .filter(followed::mayHold)
                        .forEach(due::add);
            }
        }
    }

    private void list(FolderWatch watch) {
        try {
            followed = paths.get();
            followed.roots().forEach(watch::add);
            due.addAll(followed.files());
        } catch (UncheckedIOException e) {
            terminal.warn(e.getMessage() + ": " + e.getCause());
        }
        listed = clock.instant();
    }

    private void round() {
        Set<Path> left = new LinkedHashSet<>();
        for (Path file : due) {
            Optional<FileStamp> stamp = files.changed(file);
            if (stamp.isPresent() && (files.rests(file) || !isTaken(file, stamp.get()))) {
                left.add(file);
            }
        }
        due = left;
    }

    /** Returns false if the store cannot be reached: the file stays due. */
    private boolean isTaken(Path file, FileStamp stamp) {
        if (!Files.isReadable(file)) {
            // Its stamp stays the same when it may be read again, so it is not noted.
            warnings.tell(file, file + " may not be read");
            return true;
        }
        Instant begun = clock.instant();
        try {
            Optional<Refused> refused = followed.roots().contains(file) ? Optional.empty() : reader.refusal(file);
            refused.ifPresent(why -> warnings.refused(file, why.why()));
            if (refused.isEmpty()) {
                taking.takeChanges(file.toString());
                warnings.imported(file);
            }
        } catch (IOException e) {
            warnings.tell(file, file + " cannot be read: " + e);
        } catch (RuntimeException thrown) {
            if (ending.getAsBoolean()) {
                throw thrown;
            }
            Failure failure = Failure.of(thrown);
            if (failure.code() == ExitCode.UNREACHABLE) {
                warnings.away(failure);
                return false;
            }
            warnings.tell(file, failure.words());
        }
        files.read(file, stamp, begun);
        return true;
    }
}
