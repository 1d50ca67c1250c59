package dev.pith.activities.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Builds rows in COPY's text format as bytes. A tab ends a field, a line feed the last one of a row. Not thread-safe.
 */
final class CopyRows {

    /** Capacity in bytes above which the buffer grows only as needed. */
    private static final int LARGE = 1 << 22;

    private byte[] buffer = new byte[1 << 16];
    private int length;

    void field(@Nullable String value) {
        if (value == null) {
            room(3);
            buffer[length++] = '\\';
            buffer[length++] = 'N';
            buffer[length++] = '\t';
        } else {
            field(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds a field of text in UTF-8. */
    void field(byte[] value) {
        int escapes = 0;
        for (byte b : value) {
            escapes += isSpecial(b) ? 1 : 0;
        }
        room(value.length + escapes + 1);
        for (byte b : value) {
            if (isSpecial(b)) {
                buffer[length++] = '\\';
            }
            buffer[length++] = b == '\t' ? (byte) 't' : b == '\n' ? (byte) 'n' : b == '\r' ? (byte) 'r' : b;
        }
        buffer[length++] = '\t';
    }

    void endRow() {
        buffer[length - 1] = '\n';
    }

    byte[] bytes() {
        return buffer;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private static boolean isSpecial(byte b) {
        return b == '\\' || b == '\t' || b == '\n' || b == '\r';
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(length + more, Math.min(2 * buffer.length, LARGE)));
        }
    }
}
