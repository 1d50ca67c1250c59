package dev.pith.starter.importing.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads lines as bytes, without copying: {@link #bytes()} between {@link #from()} and {@link #to()} is the current
 * line, stripped of a byte order mark, and of white space and NUL at its ends.
 */
public final class LineReader implements Closeable {

    /** The maximum length of a line; a small heap lowers it. Longer lines cannot be parsed. */
    static final int LONGEST_LINE =
            (int) Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[1 << 18];
    /** The bytes of the current line: the buffer, or a repaired copy. */
    private byte[] current = buffer;

    private int position;
    private int limit;
    private int from;
    private int to;
    private int rawFrom;
    private int rawTo;
    private long number;
    private boolean complete;
    private boolean tooLong;
    private boolean ended;

    public LineReader(InputStream in) {
        this(in, LONGEST_LINE);
    }

    public LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Advances to the next line; returns false at the end. */
    public boolean next() throws IOException {
        tooLong = false;
        int scan = position;
        while (true) {
            int end = newline(scan);
            if (end >= 0) {
                return line(end, end + 1, true);
            }
            scan = limit;
            if (ended) {
                return (position < limit || tooLong) && line(limit, limit, false);
            }
            scan -= fill();
        }
    }

    private boolean line(int end, int next, boolean terminated) {
        current = buffer;
        from = position;
        to = end;
        position = next;
        number++;
        complete = terminated;
        trim();
        return true;
    }

    private int newline(int start) {
        for (int i = start; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads more bytes; returns by how much the unread bytes were moved down. */
    private int fill() throws IOException {
        int moved = position;
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= moved;
        position = 0;
        if (limit > longest) {
            // The rest of the line is skipped and its bytes are dropped.
            tooLong = true;
            moved += limit;
            limit = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(buffer.length * 2L, longest + (1L << 16)));
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        ended = read < 0;
        limit += Math.max(read, 0);
        return moved;
    }

    private void trim() {
        if (number == 1 && to - from >= 3 && Arrays.equals(buffer, from, from + 3, BYTE_ORDER_MARK, 0, 3)) {
            from += 3;
        }
        rawFrom = from;
        rawTo = to;
        while (from < to && buffer[from] >= 0 && buffer[from] <= ' ') {
            from++;
        }
        while (from < to && buffer[to - 1] >= 0 && buffer[to - 1] <= ' ') {
            to--;
        }
    }

    public byte[] bytes() {
        return current;
    }

    /** Replaces invalid UTF-8 in the current line by U+FFFD; returns whether there was any. */
    public boolean repair() {
        byte[] repaired = new String(current, from, to - from, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        if (Arrays.equals(current, from, to, repaired, 0, repaired.length)) {
            return false;
        }
        current = repaired;
        from = 0;
        to = repaired.length;
        return true;
    }

    public int from() {
        return from;
    }

    int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    /** Returns the line as text, with its white space but without its line break. */
    public String text() {
        int end = rawTo > rawFrom && buffer[rawTo - 1] == '\r' ? rawTo - 1 : rawTo;
        return new String(buffer, rawFrom, end - rawFrom, StandardCharsets.UTF_8);
    }

    /** Returns the line number, counted from 1, blank lines included. */
    public long number() {
        return number;
    }

    /** Returns whether the line ends with a line break; otherwise its writer may not have finished it. */
    boolean complete() {
        return complete;
    }

    /** Returns whether the line was longer than {@link #LONGEST_LINE}; its text is then incomplete. */
    public boolean tooLong() {
        return tooLong;
    }

    public boolean contains(Needle needle) {
        return needle.isIn(current, from, to);
    }

    /** Returns whether the first bytes of the line contain the word. */
    public boolean contains(Needle needle, int within) {
        return needle.isIn(current, from, Math.min(to, from + within));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
