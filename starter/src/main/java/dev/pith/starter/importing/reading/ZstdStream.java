package dev.pith.starter.importing.reading;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** The unpacked content of zstd frames. A frame that is cut off ends it; what was whole has been read by then. */
final class ZstdStream extends FilterInputStream {

    /** The number of bytes that tell whether a file is packed. */
    static final int MAGIC_BYTES = 4;

    /** The library's words for a frame that is cut off, by which it differs from a damaged one. */
    private static final String CUT_OFF = "Truncated";

    private static final int FRAME = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;

    private final Consumer<String> onBreak;
    private long unpacked;

    private ZstdStream(InputStream in, Consumer<String> onBreak) {
        super(in);
        this.onBreak = onBreak;
    }

    /** Returns whether a file with these first bytes is packed: a frame, or a skippable one before it. */
    static boolean isMagic(byte[] start) {
        if (start.length < MAGIC_BYTES) {
            return false;
        }
        int magic = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return magic == FRAME || (magic & 0xFFFFFFF0) == SKIPPABLE;
    }

    /**
     * Opens packed content.
     *
     * @param onBreak receives where and why the content breaks off
     * @throws IOException if this machine cannot unpack zstd; reading throws {@link DamagedException} for a damaged frame
     */
    static InputStream open(InputStream packed, Consumer<String> onBreak) throws IOException {
        try {
            return new ZstdStream(new ZstdInputStreamNoFinalizer(packed), onBreak);
        } catch (LinkageError e) {
            packed.close();
            throw new IOException(
                    "it is packed with zstd, whose library does not load on this machine: unpack it with zstd -d", e);
        }
    }

    /** A frame whose content is not what was packed. All of it may be wrong, also what was unpacked before. */
    static final class DamagedException extends IOException {

        private static final long serialVersionUID = 1L;

        DamagedException(String message, IOException cause) {
            super(message, cause);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            int read = super.read(bytes, from, length);
            unpacked += Math.max(read, 0);
            return read;
        } catch (ZstdIOException e) {
            boolean damaged =
                    e.getErrorCode() == Zstd.errChecksumWrong() || e.getErrorCode() == Zstd.errCorruptionDetected();
            if (damaged && !String.valueOf(e.getMessage()).contains(CUT_OFF)) {
                throw new DamagedException(String.valueOf(e.getMessage()), e);
            }
            onBreak.accept("breaks off after " + unpacked + " unpacked bytes (" + e.getMessage() + ")");
            return -1;
        }
    }
}
