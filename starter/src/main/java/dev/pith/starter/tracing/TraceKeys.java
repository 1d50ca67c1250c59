package dev.pith.starter.tracing;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/** The attributes of spans: OpenTelemetry's semantic conventions, and {@code pith.…} where they have no name. */
final class TraceKeys {

    static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
    static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
    static final AttributeKey<Long> MAX_TOKENS = longKey("gen_ai.request.max_tokens");
    static final AttributeKey<List<String>> FINISH_REASONS = stringArrayKey("gen_ai.response.finish_reasons");
    static final AttributeKey<Long> INPUT_TOKENS = longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> OUTPUT_TOKENS = longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<Long> CACHED_TOKENS = longKey("gen_ai.usage.cache_read.input_tokens");
    static final AttributeKey<String> CONVERSATION = stringKey("gen_ai.conversation.id");
    static final AttributeKey<String> ERROR = stringKey("error.type");
    static final AttributeKey<String> SERVER = stringKey("server.address");
    static final AttributeKey<Long> PORT = longKey("server.port");
    static final AttributeKey<Long> STATUS = longKey("http.response.status_code");
    static final AttributeKey<String> METHOD = stringKey("http.request.method");
    static final AttributeKey<String> ROUTE = stringKey("http.route");

    static final AttributeKey<String> PROFILE = stringKey("pith.model.profile");
    static final AttributeKey<String> COMPACTION = stringKey("pith.compaction.id");
    static final AttributeKey<String> STRATEGY = stringKey("pith.strategy");
    static final AttributeKey<String> OUTCOME = stringKey("pith.outcome");
    static final AttributeKey<Boolean> DEGRADED = booleanKey("pith.degraded");
    static final AttributeKey<Long> TOKENS_BEFORE = longKey("pith.tokens.before");
    static final AttributeKey<Long> TOKENS_AFTER = longKey("pith.tokens.after");
    static final AttributeKey<Long> CHUNK = longKey("pith.chunk.index");
    static final AttributeKey<String> RUNG = stringKey("pith.rung");
    static final AttributeKey<String> DECISION = stringKey("pith.decision");
    static final AttributeKey<String> VERDICT = stringKey("pith.verdict");
    static final AttributeKey<Boolean> REUSED = booleanKey("pith.reused");
    static final AttributeKey<Long> ATTEMPT = longKey("pith.attempt");

    private TraceKeys() {}
}
