package dev.pith.starter.importing.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first bytes of an SQLite database. */
public final class SqliteHeader {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** The position of the byte that is 2 if changes go to a write-ahead log. */
    private static final int WRITE_VERSION = 18;

    private SqliteHeader() {}

    /** Returns whether content is a database. */
    public static boolean isIn(InputStream content) throws IOException {
        return Arrays.equals(content.readNBytes(MAGIC.length), MAGIC);
    }

    /** Returns whether a database's changes go to a write-ahead log; false if it cannot be read. */
    static boolean usesLog(Path database) {
        try (InputStream in = Files.newInputStream(database)) {
            byte[] header = in.readNBytes(WRITE_VERSION + 1);
            return header.length > WRITE_VERSION && header[WRITE_VERSION] == 2;
        } catch (IOException e) {
            return false;
        }
    }
}
