package dev.pith.starter.hook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Limits a stream to a maximum length; reports the end of the stream after it. */
final class Bounded extends FilterInputStream {

    private int left;

    Bounded(InputStream in, int most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read(bytes, from, Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
