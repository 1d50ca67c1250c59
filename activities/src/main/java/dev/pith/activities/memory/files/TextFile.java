package dev.pith.activities.memory.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** A text file as it was read. Replacing it keeps its byte order mark; {@link #text()} keeps its line ends. */
final class TextFile {

    /** Maximum size; a larger file is no memory file. */
    private static final long MOST_BYTES = 64L << 20;

    /** Time after the last change from which on a file written in place is assumed complete. */
    private static final Duration QUIET = Duration.ofMillis(300);

    private static final char MARK = '\ufeff';
    private static final byte[] NONE = {};

    private final Path path;
    private final byte[] bytes;
    private final Instant modified;

    /** A missing file has no bytes and the modification time {@link Instant#EPOCH}. */
    private TextFile(Path path, byte[] bytes, Instant modified) {
        this.path = path;
        this.bytes = bytes;
        this.modified = modified;
    }

    /**
     * Reads a file, following links; a missing file reads as empty.
     *
     * @throws DamagedFileException if the path is a dangling link, no regular file, or larger than 64 MiB
     */
    static TextFile read(Path path) throws IOException, DamagedFileException {
        if (!Files.exists(path)) {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new DamagedFileException(path, "is a link to nothing: mend or remove the link");
            }
            return new TextFile(path, NONE, Instant.EPOCH);
        }
        if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
            throw new DamagedFileException(path, "is no file with memories: move it out of the way");
        }
        try {
            Instant modified = Files.getLastModifiedTime(path).toInstant();
            return new TextFile(path, Files.readAllBytes(path), modified);
        } catch (NoSuchFileException e) {
            return new TextFile(path, NONE, Instant.EPOCH);
        }
    }

    /**
     * Returns the text without its byte order mark and with unchanged line ends.
     *
     * @throws DamagedFileException if the bytes are not text in UTF-8 with LF or CRLF line ends
     */
    String text() throws DamagedFileException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DamagedFileException(path, "is not UTF-8: save it as UTF-8, then it is kept up again");
        }
        if (text.indexOf('\0') >= 0) {
            throw new DamagedFileException(path, "holds zero bytes: save it as UTF-8 text, then it is kept up again");
        }
        if (text.indexOf('\r') >= 0 && text.indexOf('\n') < 0) {
            throw new DamagedFileException(
                    path, "ends its lines with CR alone: save it with LF or CRLF, then it is kept up again");
        }
        return isMarked() ? text.substring(1) : text;
    }

    /** Returns whether the file is missing or contains only white space. */
    boolean isBlank() throws DamagedFileException {
        return text().isBlank();
    }

    /** Returns whether the file was changed within the last 300 ms, so that its writer may not be done. */
    boolean isFresh() {
        return Duration.between(modified, Instant.now()).abs().compareTo(QUIET) < 0;
    }

    /**
     * Replaces the text atomically: a reader sees the old or the new text, never a part, and the new one is on disk
     * before this returns. If it fails, the old one stays. Keeps permissions and symbolic links, but not owner and hard
     * links.
     *
     * <p>Does not overwrite changes by other programs since the file was read, except in a window that no file system
     * lets a program close: between the last check and the rename right after it, well under a millisecond.
     *
     * @return whether the text was replaced; false if another program changed the file since it was read
     */
    boolean replace(String other) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path;
        byte[] written = ((isMarked() ? MARK : "") + other).getBytes(StandardCharsets.UTF_8);
        return FileReplacement.of(target, written)
                .ifStill(() -> Arrays.equals(bytes, Files.exists(target) ? Files.readAllBytes(target) : NONE));
    }

    private boolean isMarked() {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
