package dev.pith.starter.devserver;

import dev.pith.starter.runtime.Directories;
import dev.pith.starter.runtime.Platform;
import dev.pith.starter.runtime.StartupProgress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TemporalSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The home's copy of a release's program. It appears atomically, after verification. */
record ProgramCache(Path directory, DevServerRelease release, Platform platform) implements TemporalSource {

    private static final String PREFIX = "cli-";

    /** File locks belong to the process, so threads need a separate lock. */
    private static final Object THREADS = new Object();

    @Override
    public TemporalProgram find(StartupProgress startupProgress) {
        return Files.isExecutable(program())
                ? TemporalProgram.at(program(), release.version())
                : TemporalProgram.missing("");
    }

    /** Downloads the program and verifies it against the pinned hash. One process downloads, the others wait for it. */
    TemporalProgram fill(ProgramDownload download, StartupProgress startupProgress) throws IOException {
        String expected = release.sha256(platform)
                .orElseThrow(() -> new IOException("there is no Temporal " + release.version() + " for " + platform));
        Files.createDirectories(directory);
        synchronized (THREADS) {
            try (FileChannel lock = FileChannel.open(
                    directory.resolve("fetch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (lock.tryLock() == null) {
                    startupProgress.step("Waiting for another command that downloads Temporal");
                    // Closing the channel releases the lock.
                    lock.lock();
                }
                TemporalProgram meanwhile = find(startupProgress);
                return meanwhile.isFound() ? meanwhile : fetched(download, expected, startupProgress);
            }
        }
    }

    private TemporalProgram fetched(ProgramDownload download, String expected, StartupProgress startupProgress)
            throws IOException {
        Directories.removeUnfinished(directory);
        // A file already there is not executable, or it would have been found.
        Directories.remove(home());
        Directories.make(home(), unfinished -> {
            Path work = Files.createDirectory(unfinished.resolve("download"));
            Path fetched = download.fetch(work, startupProgress);
            requireHash(fetched, expected);
            try (FileChannel written = FileChannel.open(fetched, StandardOpenOption.WRITE)) {
                // Without a sync before the rename, the program could be empty after a power failure.
                written.force(true);
            }
            Files.setPosixFilePermissions(fetched, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fetched, unfinished.resolve(program().getFileName()));
            Directories.remove(work);
        });
        removeOtherReleases();
        TemporalProgram program = find(startupProgress);
        if (!program.isFound()) {
            throw new IOException(program() + " cannot be executed there (is it on a noexec mount?)");
        }
        return program;
    }

    /** Returns the directory for this platform; machines of several platforms may share a home. */
    private Path home() {
        return directory.resolve(PREFIX + release.version() + suffix());
    }

    private String suffix() {
        return "-" + platform.system() + "-" + platform.processor();
    }

    private Path program() {
        return home().resolve("temporal");
    }

    /** Removes other releases, since each takes 150 MB. Earlier builds of Pith kept theirs in "download". */
    private void removeOtherReleases() throws IOException {
        try (DirectoryStream<Path> others =
                Files.newDirectoryStream(directory, "{" + PREFIX + "*" + suffix() + ",download}")) {
            for (Path other : others) {
                if (!other.equals(home())) {
                    Directories.remove(other);
                }
            }
        }
    }

    private static void requireHash(Path file, String expected) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(expected)) {
            throw new IOException("its SHA-256 is " + actual + ", not the pinned " + expected + ": it is not used");
        }
    }
}
