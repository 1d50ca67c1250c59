package dev.pith.starter.tracing;

import dev.pith.activities.hashing.Sha256;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/**
 * The ids of a compaction's trace and of its root span. They are derived from the compaction's id, so that all workers
 * and all attempts have the same ones without passing them on.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 */
record CompactionTrace(String traceId, String spanId) {

    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;

    /** Returns the ids of a compaction, or of a flush that was asked for by hand. */
    static CompactionTrace of(String storeId, String compaction) {
        String hash = Sha256.hex("trace", storeId, compaction);
        return new CompactionTrace(
                hash.substring(0, TRACE_DIGITS), hash.substring(TRACE_DIGITS, TRACE_DIGITS + SPAN_DIGITS));
    }

    /** Returns a context in which the root span is the parent, although another process may write it. */
    Context parent() {
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault())));
    }
}
