package dev.pith.starter.web.http;

import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Reads a body that must keep up a pace: each request that is read holds a thread. Jetty has such a limit too, but reckons
 * from the first byte in milliseconds, which refuses the few bytes of a client on a loaded machine.
 */
final class PacedBody {

    /** The slowest pace, in bytes a second on average since the start. */
    private static final int SLOWEST = 500;

    /** The time for which any pace will do. */
    private static final Duration GRACE = Duration.ofSeconds(5);

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
            InputStream in = ctx.req().getInputStream();
            int got = 0;
            while (got >= 0 && body.size() < most) {
                got = in.read(block, 0, Math.min(BLOCK, most - body.size()));
                body.write(block, 0, Math.max(got, 0));
                if (isBehind(body.size(), System.nanoTime() - start)) {
                    throw Problem.of(ProblemKind.BODY_TOO_SLOW, tooSlow());
                }
            }
            return body.toByteArray();
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException
                    ? Problem.because(ProblemKind.BODY_TOO_SLOW, tooSlow(), e)
                    : Problem.because(
                            ProblemKind.BAD_REQUEST, "the body ended before its announced length: send it whole", e);
        }
    }

    private static boolean isBehind(int bytes, long nanos) {
        return nanos > GRACE.toNanos() && bytes < SLOWEST * nanos / 1e9;
    }

    private static String tooSlow() {
        return "the body comes too slowly: after " + GRACE.toSeconds() + " seconds it must come with " + SLOWEST
                + " bytes a second";
    }
}
