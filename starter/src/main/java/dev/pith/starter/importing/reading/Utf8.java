package dev.pith.starter.importing.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads UTF-8 that may contain invalid bytes. */
public final class Utf8 {

    private static final int BLOCK = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Utf8() {}

    /** Returns a stream's characters without a byte order mark; invalid UTF-8 is replaced by U+FFFD. */
    public static Reader reader(InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BLOCK);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Returns the numbers of lines with invalid UTF-8, at most so many; reads to the end or to the last of them. */
    static List<Long> damagedLines(InputStream in, int most) throws IOException {
        Scan scan = new Scan();
        byte[] block = new byte[BLOCK];
        int kept = 0;
        for (int read = in.read(block, 0, BLOCK); read >= 0 && scan.lines.size() < most; ) {
            kept = scan.block(ByteBuffer.wrap(block, 0, kept + read), block);
            read = in.read(block, kept, BLOCK - kept);
        }
        return List.copyOf(scan.lines);
    }

    private static final class Scan {

        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer out = CharBuffer.allocate(BLOCK);
        private final List<Long> lines = new ArrayList<>();
        private long line = 1;

        /** Decodes a block; returns how many bytes of a cut character were moved to its beginning. */
        int block(ByteBuffer in, byte[] block) {
            while (true) {
                int from = in.position();
                out.clear();
                CoderResult result = decoder.decode(in, out, false);
                for (int at = from; at < in.position(); at++) {
                    line += block[at] == '\n' ? 1 : 0;
                }
                if (!result.isError()) {
                    int rest = in.remaining();
                    System.arraycopy(block, in.position(), block, 0, rest);
                    return rest;
                }
                if (lines.isEmpty() || lines.get(lines.size() - 1) != line) {
                    lines.add(line);
                }
                in.position(in.position() + result.length());
            }
        }
    }
}
