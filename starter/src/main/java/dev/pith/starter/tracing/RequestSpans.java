package dev.pith.starter.tracing;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the span of an HTTP request when it was answered, in the caller's trace if it sent one. Thread-safe. */
public final class RequestSpans {

    private static final int SERVER_ERROR = 500;

    private static final TextMapGetter<UnaryOperator<@Nullable String>> HEADERS = new TextMapGetter<>() {
        @Override
        public @Nullable String get(@Nullable UnaryOperator<@Nullable String> carrier, String key) {
            return carrier == null ? null : carrier.apply(key);
        }
    };

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Writes a span that ends now.
     *
     * @param route the template of the path, never the path
     * @param headers returns a header of the request; null if it has none of that name
     */
    public void answered(
            String method, String route, int status, Duration took, UnaryOperator<@Nullable String> headers) {
        Instant ended = Instant.now();
        Context caller = W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, HEADERS);
        SpanBuilder span = tracer.spanBuilder(method + " " + route)
                .setSpanKind(SpanKind.SERVER)
                .setParent(caller)
                .setStartTimestamp(ended.minus(took))
                .setAttribute(TraceKeys.METHOD, method)
                .setAttribute(TraceKeys.ROUTE, route)
                .setAttribute(TraceKeys.STATUS, (long) status);
        if (status >= SERVER_ERROR) {
            span.setAttribute(TraceKeys.ERROR, String.valueOf(status))
                    .startSpan()
                    .setStatus(StatusCode.ERROR)
                    .end(ended);
        } else {
            span.startSpan().end(ended);
        }
    }
}
