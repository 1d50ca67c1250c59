package dev.pith.starter.web.http;

import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.concurrent.Semaphore;

/**
 * Bounds the requests that are handled at the same time, below the number of threads: while all of them wait for a
 * server that is away, health and the panel's files are still answered. Thread-safe.
 */
public final class RequestLimit {

    private final Semaphore places;

    /** Creates a limit of so many requests. */
    public RequestLimit(int most) {
        this.places = new Semaphore(most);
    }

    /** Handles a request of a route, or refuses it if the limit is reached. */
    public void handle(Route route, Context ctx) throws Exception {
        handle(route.handler(), ctx);
    }

    /** Handles a request, or refuses it if the limit is reached. */
    public void handle(Handler handler, Context ctx) throws Exception {
        if (!places.tryAcquire()) {
            throw Problem.of(
                    ProblemKind.UNAVAILABLE, "the server handles as many requests as it can: repeat this one later");
        }
        try {
            handler.handle(ctx);
        } finally {
            places.release();
        }
    }
}
