package dev.pith.starter.web.http;

import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Reads a body that must keep up a pace, since each request that is read holds a thread. Jetty has such a limit too, but
 * without a grace: it refuses a small body whose bytes are delayed for a moment, as on a loaded machine.
 */
final class PacedBody {

    /** The slowest pace, in bytes a second on average since the start. */
    private static final int SLOWEST = 500;

    /** The time for which any pace will do. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** The time in which any body must be there: who was fast before may not be slow for hours. */
    private static final Duration MOST = Duration.ofMinutes(2);

    private static final int BLOCK = 1 << 14;

    private PacedBody() {}

    /**
     * Reads at most so many bytes.
     *
     * @throws Problem if the body comes too slowly or ends too early
     */
    static byte[] read(Context ctx, int most) {
        long start = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        try {
            long length = ctx.req().getContentLengthLong();
            ServletInputStream in = ctx.req().getInputStream();
            int got = in.read(block);
            while (got >= 0 && body.size() < most) {
                body.write(block, 0, Math.min(got, most - body.size()));
                // What has come whole is not refused for its pace.
                boolean waits = body.size() != length && !in.isFinished() && in.available() == 0;
                if (waits && isBehind(body.size(), System.nanoTime() - start)) {
                    throw Problem.of(ProblemKind.BODY_TOO_SLOW, tooSlow());
                }
                got = in.read(block);
            }
            return body.toByteArray();
        } catch (IOException e) {
            throw unread(e);
        }
    }

    /** Returns the problem of a body that cannot be read to its end. */
    static Problem unread(IOException e) {
        return e.getCause() instanceof TimeoutException
                ? Problem.because(ProblemKind.BODY_TOO_SLOW, tooSlow(), e)
                : Problem.because(
                        ProblemKind.BAD_REQUEST, "the body ended before its announced length: send it whole", e);
    }

    private static boolean isBehind(int bytes, long nanos) {
        return nanos > MOST.toNanos() || (nanos > GRACE.toNanos() && bytes < SLOWEST * nanos / 1e9);
    }

    private static String tooSlow() {
        return "the body comes too slowly: after " + GRACE.toSeconds() + " seconds it must come with " + SLOWEST
                + " bytes a second, and be there within " + MOST.toMinutes() + " minutes";
    }
}
