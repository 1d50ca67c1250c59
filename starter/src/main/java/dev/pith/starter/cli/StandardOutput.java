package dev.pith.starter.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The process's standard output. It keeps the cause of a failed write, which PrintStream and PrintWriter discard. A
 * failed write makes the command fail, as in GNU tools. A closed pipe (pith list
 *
 * head -1) ends the command silently with the shell's exit code for SIGPIPE. Not thread-safe.
 */
final class StandardOutput extends OutputStream {

    private static final int FAILED = 1;
    private static final int BROKEN_PIPE = 128 + 13;

    private final OutputStream file;
    private @Nullable IOException failure;

    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream file) {
        this.file = file;
    }

    /**
     * Returns the exit code of the process, given the command's exit code. Reports incomplete output on standard error.
     */
    int exitCode(int code, PrintWriter err) {
        if (failure == null || code != 0) {
            return code;
        }
        String why = String.valueOf(failure.getMessage());
        if (why.toLowerCase(Locale.ROOT).contains("broken pipe")) {
            return BROKEN_PIPE;
        }
        err.println("pith: standard output could not be written (" + why
                + ") and is not whole: make room or write elsewhere, then run the command again");
        err.flush();
        return FAILED;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            file.write(bytes, from, count);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
