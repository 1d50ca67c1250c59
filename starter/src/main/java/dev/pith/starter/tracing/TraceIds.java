package dev.pith.starter.tracing;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/** Generates random ids, except for a span that is started in a context with ids of its own. Thread-safe. */
final class TraceIds implements IdGenerator {

    private static final ContextKey<CompactionTrace> OWN = ContextKey.named("pith.trace");

    private final IdGenerator random = IdGenerator.random();

    /** Returns a context in which a span without a parent gets these ids. */
    static Context of(CompactionTrace trace) {
        return Context.root().with(OWN, trace);
    }

    @Override
    public String generateTraceId() {
        CompactionTrace own = own();
        return own == null ? random.generateTraceId() : own.traceId();
    }

    @Override
    public String generateSpanId() {
        CompactionTrace own = own();
        return own == null ? random.generateSpanId() : own.spanId();
    }

    private static @Nullable CompactionTrace own() {
        return Context.current().get(OWN);
    }
}
