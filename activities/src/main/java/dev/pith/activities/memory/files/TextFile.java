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

/** A text file as it was read. It is put back with the mark at its beginning (BOM) and the line ends that it has. */
final class TextFile {

    /** No memory file comes near it; what is larger is something else. */
    private static final long MOST_BYTES = 64L << 20;

    /** Who writes a file in place has written all of it within this time. */
    private static final Duration QUIET = Duration.ofMillis(300);

    private static final char MARK = '\ufeff';
    private static final byte[] NONE = {};

    private final Path path;
    private final byte[] bytes;
    private final Instant modified;

    /** No bytes, written at the beginning of time, stand for no file. */
    private TextFile(Path path, byte[] bytes, Instant modified) {
        this.path = path;
        this.bytes = bytes;
        this.modified = modified;
    }

    /** Reads it; a link is followed. */
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
     * Its text without the mark, with the line ends that it has.
     *
     * @throws DamagedFileException where it is not a text in UTF-8
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

    /** Whether nothing is to be read in it, or it is not there. */
    boolean isBlank() throws DamagedFileException {
        return text().isBlank();
    }

    /** Whether it was written a moment ago, so that its writer may not be done. */
    boolean isFresh() {
        return Duration.between(modified, Instant.now()).abs().compareTo(QUIET) < 0;
    }

    /**
     * Puts another text in its place: a reader sees the old or the new one, never a part, and the new one is on the disk before
     * this returns. Where it fails, the old one stays. Permissions are kept, a link stays one; owner and hard links are not.
     *
     * <p>What somebody else wrote since it was read is never overwritten, with one exception that no file system lets a program
     * exclude: what is written between the last look and the renaming right after it, well under a millisecond.
     *
     * @return whether it did; not where somebody else wrote it since it was read, which leaves everything as it is
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
