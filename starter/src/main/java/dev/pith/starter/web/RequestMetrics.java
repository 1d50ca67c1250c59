package dev.pith.starter.web;

import dev.pith.starter.tracing.RequestSpans;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the requests of the web server: by the template of their route, never by their path. Streams of events are
 * counted while they are open instead, since their clients decide how long they last. Thread-safe.
 */
final class RequestMetrics implements AutoCloseable {

    private static final Duration[] BOUNDS =
            Stream.of(5, 25, 100, 500, 2_500, 10_000).map(Duration::ofMillis).toArray(Duration[]::new);

    private static final double NANOS_A_MILLI = 1e6;

    private final MeterRegistry registry;
    private final Gauge streams;
    private final @Nullable RequestSpans spans;

    /**
     * Registers the metrics.
     *
     * @param open returns the number of open streams
     * @param spans also gets each request; null without traces
     */
    RequestMetrics(MeterRegistry registry, IntSupplier open, @Nullable RequestSpans spans) {
        this.spans = spans;
        this.registry = registry;
        this.streams = Gauge.builder("pith.http.streams.open", open, IntSupplier::getAsInt)
                .description("Open streams of events")
                .strongReference(true)
                .register(registry);
    }

    /** Records a request that was answered. */
    void answered(Context ctx, float millis) {
        if (String.valueOf(ctx.res().getContentType()).startsWith("text/event-stream")) {
            return;
        }
        Duration took = Duration.ofNanos((long) (millis * NANOS_A_MILLI));
        String route = route(ctx.endpoints().matchedHttpEndpoint());
        String method = method(ctx.method());
        Timer.builder("pith.http.request.duration")
                .description("Time of an HTTP request until its answer was written; streams are not in it")
                .tag("route", route)
                .tag("method", method)
                .tag("status", String.valueOf(ctx.statusCode()))
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(took);
        if (spans != null) {
            spans.answered(method, route, ctx.statusCode(), took, ctx::header);
        }
    }

    private static String route(@Nullable Endpoint endpoint) {
        return endpoint == null ? "none" : endpoint.path;
    }

    /** Clients may send any word as a method. */
    private static String method(HandlerType method) {
        return HandlerType.commonHttp().contains(method) ? method.name() : "other";
    }

    @Override
    public void close() {
        registry.remove(streams);
    }
}
