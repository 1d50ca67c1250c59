package dev.pith.starter.devserver;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reports a download's progress while it is read. */
final class CountedStream extends FilterInputStream {

    private final long total;
    private final TransferProgress progress;
    private long read;

    CountedStream(InputStream in, long total, TransferProgress progress) {
        super(in);
        this.total = total;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        return counted(count, count);
    }

    private int counted(int result, int count) {
        if (result >= 0) {
            read += count;
            progress.at(read, total);
        }
        return result;
    }
}
