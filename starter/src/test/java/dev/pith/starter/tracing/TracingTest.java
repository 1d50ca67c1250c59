package dev.pith.starter.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.Finish;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelClient;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.Usage;
import dev.pith.activities.testing.DeadPort;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The span of a model call, as it reaches a collector over HTTP. */
class TracingTest {

    private static final Usage COUNTED = new Usage(900, 120, 300, false);

    private record Answering(Supplier<ModelReply> reply) implements ModelClient {
        @Override
        public ModelCall newCall(ModelRequest request) {
            return new ModelCall() {
                @Override
                public ModelReply execute() {
                    return reply.get();
                }

                @Override
                public void cancel() {}
            };
        }
    }

    private static ModelProfile profile(Provider provider, String baseUrl) {
        Duration second = Duration.ofSeconds(1);
        Timeouts timeouts = new Timeouts(second, second, second, second);
        return new ModelProfile(
                "mine", provider, baseUrl, "small-1", null, null, null, 1, null, null, timeouts, null, null, true,
                null);
    }

    private static ModelReply reply(String ended, Usage usage) {
        return new ModelReply("the reply to nobody else", false, Finish.STOP, ended, usage, 0);
    }

    private static SentSpan sent(ModelProfile profile, Supplier<ModelReply> reply) {
        try (TraceReceiver receiver = TraceReceiver.start()) {
            try (Tracing tracing = Tracing.to(receiver.url())) {
                ModelCall call = tracing.calls(profile, new Answering(reply))
                        .newCall(new ModelRequest("the instructions", "the material", 500));
                call.execute();
            } catch (ModelFailure failure) {
                assertThat(failure.words()).isNotBlank();
            }
            assertThat(receiver.sent()).doesNotContain("nobody else", "the instructions", "the material", "harbor");
            assertThat(receiver.spans()).hasSize(1);
            return receiver.spans().get(0);
        }
    }

    @Test
    void aCall_isAClientSpanByTheConventions() {
        SentSpan span =
                sent(profile(Provider.ANTHROPIC, "https://models.example.com/api"), () -> reply("end_turn", COUNTED));

        assertThat(span.name()).isEqualTo("chat small-1");
        assertThat(span.kind()).isEqualTo(3);
        assertThat(span.failed()).isFalse();
        assertThat(span.attributes())
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.provider.name", "anthropic")
                .containsEntry("gen_ai.request.model", "small-1")
                .containsEntry("gen_ai.request.max_tokens", "500")
                .containsEntry("gen_ai.response.finish_reasons", "end_turn")
                .containsEntry("gen_ai.usage.input_tokens", "900")
                .containsEntry("gen_ai.usage.output_tokens", "120")
                .containsEntry("gen_ai.usage.cache_read.input_tokens", "300")
                .containsEntry("server.address", "models.example.com")
                .containsEntry("server.port", "443")
                .doesNotContainKey("error.type");
    }

    @Test
    void tokensThatPithEstimates_areNotTold_andAFinishReasonIsAWord() {
        SentSpan span = sent(
                profile(Provider.OPENAI, "http://127.0.0.1:8080/v1"),
                () -> reply("a harbor full of words", new Usage(900, 120, 0, true)));

        assertThat(span.attributes())
                .containsEntry("gen_ai.response.finish_reasons", "stop")
                .containsEntry("server.port", "8080")
                .doesNotContainKeys("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens");
    }

    @Test
    void aFailedCall_hasTheTypeOfItsErrorWithoutItsWords() {
        SentSpan span = sent(profile(Provider.OPENAI, "http://127.0.0.1:8080/v1"), () -> {
            throw new ModelFailure(ModelFailure.Kind.RATE_LIMITED, 429, "the harbor is full", null, 0, false, null);
        });

        assertThat(span.failed()).isTrue();
        assertThat(span.status()).isEmpty();
        assertThat(span.events()).isZero();
        assertThat(span.attributes())
                .containsEntry("error.type", "rate_limited")
                .containsEntry("http.response.status_code", "429");
    }

    @Test
    void anAddressWithAPath_isUsedAsItStands() {
        try (TraceReceiver receiver = TraceReceiver.at("/otlp/mine")) {
            try (Tracing tracing = Tracing.to(receiver.url() + "/otlp/mine")) {
                tracing.calls(
                                profile(Provider.OPENAI, "http://127.0.0.1:1/v1"),
                                new Answering(() -> reply("stop", COUNTED)))
                        .newCall(new ModelRequest("", "x", 1))
                        .execute();
            }
            assertThat(receiver.spans()).hasSize(1);
        }
    }

    @Test
    void aCollectorThatIsAway_orHangs_holdsUpTheEndForASecondAtMost() throws Exception {
        try (DeadPort nobody = new DeadPort();
                TraceReceiver hangs = TraceReceiver.thatHangs()) {
            for (String url : new String[] {"http://127.0.0.1:" + nobody.number(), hangs.url()}) {
                Tracing tracing = Tracing.to(url);
                ModelClient client = tracing.calls(
                        profile(Provider.OPENAI, "http://127.0.0.1:1/v1"), new Answering(() -> reply("stop", COUNTED)));
                long begun = System.nanoTime();
                for (int i = 0; i < 10_000; i++) {
                    client.newCall(new ModelRequest("", "x", 1)).execute();
                }
                tracing.close();
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            }
            assertThat(hangs.requests()).isPositive();
        }
    }

    @Test
    void tracesOfACompaction_areTheSameInEveryProcess() {
        CompactionTrace trace = CompactionTrace.of("store", "compaction");

        assertThat(trace.traceId()).matches("[0-9a-f]{32}");
        assertThat(trace.spanId()).matches("[0-9a-f]{16}");
        assertThat(trace).isEqualTo(CompactionTrace.of("store", "compaction"));
        assertThat(trace.traceId())
                .isNotEqualTo(CompactionTrace.of("other store", "compaction").traceId())
                .isNotEqualTo(CompactionTrace.of("store", "other compaction").traceId());
    }
}
