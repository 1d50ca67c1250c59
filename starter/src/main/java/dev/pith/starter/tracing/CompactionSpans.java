package dev.pith.starter.tracing;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.Outcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the root span of a compaction, from its plan to its end, when it has ended. Thread-safe. */
record CompactionSpans(Tracer tracer, Database database) {

    private static final Logger LOG = LoggerFactory.getLogger(CompactionSpans.class);

    /** Writes the span. Without the time of the plan, which the store has, it writes none. */
    void ended(CompactionRequest request, CompactionResult result) {
        Optional<Instant> started = started(request.id());
        if (started.isEmpty()) {
            return;
        }
        SpanBuilder root = tracer.spanBuilder("compaction")
                .setNoParent()
                .setStartTimestamp(started.get())
                .setAttribute(TraceKeys.COMPACTION, request.id())
                .setAttribute(TraceKeys.CONVERSATION, request.conversation())
                .setAttribute(
                        TraceKeys.STRATEGY, TracedActivity.label(request.spec().strategy()))
                .setAttribute(TraceKeys.OUTCOME, TracedActivity.label(result.outcome()))
                .setAttribute(TraceKeys.DEGRADED, result.degraded())
                .setAttribute(TraceKeys.TOKENS_BEFORE, result.tokensBefore())
                .setAttribute(TraceKeys.TOKENS_AFTER, result.tokensAfter());
        CompactionTrace trace = CompactionTrace.of(database.storeId(), request.id());
        Span span = TraceIds.of(trace).wrapSupplier(root::startSpan).get();
        if (result.outcome() == Outcome.FAILED) {
            span.setAttribute(TraceKeys.ERROR, TracedActivity.label(result.outcome()))
                    .setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    /** Fails nothing: the compaction has ended already. */
    private Optional<Instant> started(String compaction) {
        try {
            return database.table(Compactions.class).find(compaction).map(Compaction::started);
        } catch (RuntimeException away) {
            LOG.debug("compaction {} gets no root span", compaction, away);
            return Optional.empty();
        }
    }
}
