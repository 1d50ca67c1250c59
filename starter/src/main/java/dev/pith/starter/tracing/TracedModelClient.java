package dev.pith.starter.tracing;

import dev.pith.activities.model.Finish;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelClient;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.Usage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives each call of a client a span by OpenTelemetry's conventions for generative AI: who was asked, how much, how it
 * ended, never what. Thread-safe.
 */
record TracedModelClient(ModelClient client, ModelProfile profile, Tracer tracer) implements ModelClient {

    private static final String CHAT = "chat";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** What a finish reason looks like. An endpoint may write anything there. */
    private static final Pattern REASON = Pattern.compile("[A-Za-z_]{1,40}");

    @Override
    public ModelCall newCall(ModelRequest request) {
        ModelCall call = client.newCall(request);
        return new ModelCall() {
            @Override
            public ModelReply execute() {
                Span span = begun(request);
                try {
                    ModelReply reply = call.execute();
                    answered(span, reply);
                    return reply;
                } catch (ModelFailure failure) {
                    failed(span, failure);
                    throw failure;
                } finally {
                    span.end();
                }
            }

            @Override
            public void cancel() {
                call.cancel();
            }
        };
    }

    private Span begun(ModelRequest request) {
        Span span = tracer.spanBuilder(CHAT + " " + profile.model())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(TraceKeys.OPERATION, CHAT)
                .setAttribute(TraceKeys.PROVIDER, TracedActivity.label(profile.provider()))
                .setAttribute(TraceKeys.MODEL, profile.model())
                .setAttribute(TraceKeys.MAX_TOKENS, (long) request.maxTokens())
                .setAttribute(TraceKeys.PROFILE, profile.name())
                .startSpan();
        String conversation = ActivitySpans.conversation();
        if (conversation != null) {
            span.setAttribute(TraceKeys.CONVERSATION, conversation);
        }
        URI server = URI.create(profile.baseUrl());
        if (server.getHost() != null) {
            int usual = "https".equalsIgnoreCase(server.getScheme()) ? HTTPS : HTTP;
            span.setAttribute(TraceKeys.SERVER, server.getHost())
                    .setAttribute(TraceKeys.PORT, (long) (server.getPort() < 0 ? usual : server.getPort()));
        }
        return span;
    }

    private static void answered(Span span, ModelReply reply) {
        String reason = REASON.matcher(reply.ended()).matches() ? reply.ended() : TracedActivity.label(reply.finish());
        span.setAttribute(TraceKeys.FINISH_REASONS, List.of(reason));
        used(span, reply.usage());
        if (reply.finish() == Finish.FAILED) {
            failed(span, TracedActivity.label(ModelFailure.Kind.TRANSPORT));
        }
    }

    private static void failed(Span span, ModelFailure failure) {
        if (failure.status() > 0) {
            span.setAttribute(TraceKeys.STATUS, (long) failure.status());
        }
        Usage used = failure.used();
        if (used != null) {
            used(span, used);
        }
        failed(span, TracedActivity.label(failure.kind()));
    }

    private static void failed(Span span, String type) {
        span.setAttribute(TraceKeys.ERROR, type).setStatus(StatusCode.ERROR);
    }

    /** Tells what the endpoint counted, never what Pith estimates. */
    private static void used(Span span, Usage usage) {
        if (!usage.estimated()) {
            span.setAttribute(TraceKeys.INPUT_TOKENS, usage.promptTokens())
                    .setAttribute(TraceKeys.OUTPUT_TOKENS, usage.completionTokens())
                    .setAttribute(TraceKeys.CACHED_TOKENS, usage.cachedTokens());
        }
    }
}
