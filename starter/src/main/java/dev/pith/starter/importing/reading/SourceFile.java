package dev.pith.starter.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A source that can be read more than once. A packed one (zstd, recognized by its first bytes) is read unpacked. Not
 * thread-safe.
 */
public final class SourceFile {

    private final Path file;
    private final String name;
    private final @Nullable String canonicalPath;
    private @Nullable String breakage;

    private SourceFile(Path file, String name, @Nullable String canonicalPath) {
        this.file = file;
        this.name = name;
        this.canonicalPath = canonicalPath;
    }

    /** Returns a file, which users know by its path. */
    public static SourceFile of(Path file) throws IOException {
        return new SourceFile(
                file, file.toString(), PackedNames.unpacked(file.toRealPath()).toString());
    }

    /**
     * Returns a stream that was spooled to a file.
     *
     * @param name the stream's name for users
     */
    public static SourceFile spooled(Path spool, String name) {
        return new SourceFile(spool, name, null);
    }

    /** Returns the file with the bytes, packed or not. */
    public Path file() {
        return file;
    }

    /** Returns the name for users. */
    public String name() {
        return name;
    }

    /**
     * Returns the real path, without the ending of a packed file: a packed copy has the identity of the plain file.
     * Null for a stream.
     */
    public @Nullable String canonicalPath() {
        return canonicalPath;
    }

    /** Returns whether the file is packed. */
    public boolean isPacked() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ZstdStream.isMagic(in.readNBytes(ZstdStream.MAGIC_BYTES));
        }
    }

    /**
     * Returns how a packed file is damaged; null if it is not, or is not packed. Unpacks it once: a checksum is checked at
     * the end of its frame only.
     */
    public @Nullable String damage() throws IOException {
        if (!isPacked()) {
            return null;
        }
        try (InputStream in = open()) {
            in.transferTo(OutputStream.nullOutputStream());
            return null;
        } catch (ZstdStream.DamagedException e) {
            return e.getMessage();
        }
    }

    /** Opens the content. A packed file that is cut off ends where it breaks, see {@link #breakage()}. */
    public InputStream open() throws IOException {
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), ZstdStream.MAGIC_BYTES);
        byte[] start = in.readNBytes(ZstdStream.MAGIC_BYTES);
        in.unread(start);
        return ZstdStream.isMagic(start) ? ZstdStream.open(in, this::broken) : in;
    }

    private void broken(String what) {
        breakage = what;
    }

    /** Returns where a packed file turned out to break, in one clause; null if it has not, or is not packed. */
    public @Nullable String breakage() {
        return breakage;
    }
}
