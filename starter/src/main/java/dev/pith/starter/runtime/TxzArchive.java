package dev.pith.starter.runtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a .txz archive, except for files that are only needed to compile against it. */
final class TxzArchive {

    private static final int EXECUTABLE = 0100;

    private TxzArchive() {}

    static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!isForCompilers(entry.getName())) {
                    unpack(tar, entry, inside(target, entry.getName()));
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = file.resolveSibling(".").normalize();
        Files.createDirectories(parent);
        if (entry.isSymbolicLink()) {
            // A link in the PostgreSQL archives names a file in the same directory.
            inside(parent, entry.getLinkName());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static Path inside(Path directory, String name) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("The archive reaches outside of itself: " + name);
        }
        return file;
    }

    private static boolean isForCompilers(String name) {
        return name.endsWith(".a") || name.contains("/pkgconfig/") || name.contains("/pgxs/");
    }
}
