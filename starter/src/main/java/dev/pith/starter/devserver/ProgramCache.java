package dev.pith.starter.devserver;

import dev.pith.starter.runtime.Directories;
import dev.pith.starter.runtime.Platform;
import dev.pith.starter.runtime.Progress;
import dev.pith.starter.runtime.TemporalProgram;
import dev.pith.starter.runtime.TemporalSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The home's own copy of a release's program. It appears whole and checked, or not at all. */
record ProgramCache(Path directory, DevServerRelease release, Platform platform) implements TemporalSource {

    private static final String PREFIX = "cli-";

    @Override
    public TemporalProgram find(Progress progress) {
        return Files.isExecutable(program())
                ? TemporalProgram.at(program(), release.version())
                : TemporalProgram.missing("");
    }

    /** The program, once it was fetched and found to be the pinned one. */
    TemporalProgram fill(ProgramDownload download, Progress progress) throws IOException {
        String expected = expected()
                .orElseThrow(() -> new IOException("there is no Temporal " + release.version() + " for " + platform));
        Files.createDirectories(directory);
        Directories.removeUnfinished(directory);
        Directories.make(home(), unfinished -> {
            Path work = Files.createDirectory(unfinished.resolve("download"));
            Path fetched = download.fetch(work, progress);
            requireHash(fetched, expected);
            Files.setPosixFilePermissions(fetched, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fetched, unfinished.resolve(program().getFileName()));
            Directories.remove(work);
        });
        removeOtherReleases();
        return find(progress);
    }

    /** The hash that the program of this platform has. */
    Optional<String> expected() {
        return release.sha256(platform);
    }

    private Path home() {
        return directory.resolve(PREFIX + release.version());
    }

    private Path program() {
        return home().resolve("temporal");
    }

    /** A release takes 150 MB; "download" is where earlier builds of Pith kept theirs. */
    private void removeOtherReleases() throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(directory, "{" + PREFIX + "*,download}")) {
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
