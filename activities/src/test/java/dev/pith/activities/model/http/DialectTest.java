package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.ModelClient;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.OutputLimit;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.http.wire.AnthropicWire;
import dev.pith.activities.model.http.wire.OpenAiWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest extends Fixture {

    private static final Dialect USUAL = Dialect.takingAll(OutputLimit.MAX_TOKENS);

    private ModelProfile choosy(Provider provider) {
        return new ModelProfile(
                "small", provider, url(), "m-1", null, null, null, 4, null, null, PATIENT, 0.2, "low", true, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this model. Use "
                        + "'max_completion_tokens' instead.\",\"type\":\"invalid_request_error\",\"param\":\"max_tokens\","
                        + "\"code\":\"unsupported_parameter\"}}",
                "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.\"}}",
                "{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"max_tokens\"],\"msg\":\"Extra inputs are not "
                        + "permitted\",\"input\":300}]}",
            })
    void aRefusedOutputLimitIsToldInTheOtherWayAndRemembered(String refusal) {
        ModelClient client = clients.of(profile(Provider.OPENAI, true));
        server.enqueue(refusal(400, refusal));
        server.enqueue(Shape.OPENAI_STREAM.answer("ok", "stop"));
        server.enqueue(Shape.OPENAI_STREAM.answer("ok", "stop"));
        assertThat(client.newCall(REQUEST).execute().text()).isEqualTo("ok");
        assertThat(sentBody().has("max_completion_tokens")).isFalse();
        JsonNode second = sentBody();
        assertThat(second.path("max_completion_tokens").intValue()).isEqualTo(300);
        assertThat(second.has("max_tokens")).isFalse();
        client.newCall(REQUEST).execute();
        assertThat(sentBody().has("max_tokens")).isFalse();
        assertThat(dialects.of(profile(Provider.OPENAI, true).endpoint()))
                .contains(USUAL.with(OutputLimit.MAX_COMPLETION_TOKENS));
    }

    @Test
    void aGatewayThatForbidsBothIsToldNoLimit() {
        for (String parameter : new String[] {"max_tokens", "max_completion_tokens"}) {
            server.enqueue(refusal(400, "{\"error\":{\"message\":\"Unknown parameter: '" + parameter + "'\"}}"));
        }
        server.enqueue(Shape.OPENAI_STREAM.answer("ok", "stop"));
        call(Shape.OPENAI_STREAM).execute();
        assertThat(server.getRequestCount()).isEqualTo(3);
        sent();
        sent();
        JsonNode last = sentBody();
        assertThat(last.has("max_tokens") || last.has("max_completion_tokens")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "temperature, OPENAI, temperature",
        "reasoning_effort, OPENAI, reasoning_effort",
        "stream_options, OPENAI, stream_options",
        "temperature, ANTHROPIC, temperature",
        "output_config.effort, ANTHROPIC, output_config",
    })
    void aRefusedParameterIsLeftOut(String parameter, Provider provider, String field) {
        Shape shape = provider == Provider.OPENAI ? Shape.OPENAI_STREAM : Shape.ANTHROPIC_STREAM;
        server.enqueue(refusal(
                400,
                "{\"error\":{\"message\":\"`" + parameter
                        + "` is not supported by this model. Supported: top_p, stop\"}}"));
        server.enqueue(shape.answer("ok", "stop"));
        clients.of(choosy(provider)).newCall(REQUEST).execute();
        assertThat(sentBody().has(field)).isTrue();
        JsonNode second = sentBody();
        assertThat(second.has(field)).isFalse();
        assertThat(second.has("max_tokens")).isTrue();
        assertThat(dialects.of(choosy(provider).endpoint())).isPresent();
    }

    @Test
    void anotherRefusalIsNotSentAgain() {
        String[] others = {
            "{\"error\":{\"message\":\"max_tokens is too large: 300. At most 100 completion tokens.\",\"param\":\"max_tokens\"}}",
            "{\"error\":{\"message\":\"Unknown parameter: 'frobnicate'\",\"param\":\"frobnicate\"}}",
            "{\"error\":{\"message\":\"Images are not supported\"}}",
        };
        for (String other : others) {
            assertThat(failure(Shape.OPENAI_STREAM, refusal(400, other)).kind()).isEqualTo(Kind.BAD_REQUEST);
        }
        assertThat(failure(
                                Shape.ANTHROPIC_STREAM,
                                refusal(400, "{\"error\":{\"message\":\"max_tokens: unsupported value\"}}"))
                        .kind())
                .isEqualTo(Kind.BAD_REQUEST);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void aServerThatRefusesEverythingComesToAnEnd() {
        String all = "{\"error\":{\"message\":\"unsupported: max_tokens max_completion_tokens temperature "
                + "reasoning_effort stream_options\"}}";
        for (int i = 0; i < 10; i++) {
            server.enqueue(refusal(400, all));
        }
        ModelFailure failure = failureOf(clients.of(choosy(Provider.OPENAI)).newCall(REQUEST));
        assertThat(failure.kind()).isEqualTo(Kind.BAD_REQUEST);
        assertThat(server.getRequestCount()).isEqualTo(6);
        assertThat(dialects.of(choosy(Provider.OPENAI).endpoint())).isEmpty();
    }

    @Test
    void aCorrectionIsRememberedAlsoWhereTheCorrectedCallIsThenTurnedAway() {
        server.enqueue(refusal(400, "{\"error\":{\"message\":\"Unknown parameter: 'max_tokens'\"}}"));
        server.enqueue(refusal(429, ""));
        assertThat(failureOf(call(Shape.OPENAI_STREAM)).kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(dialects.of(profile(Provider.OPENAI, true).endpoint())).isPresent();
    }

    @Test
    void openAiItselfIsToldInItsNewWay() {
        assertThat(new OpenAiWire().limitAt("api.openai.com")).isEqualTo(OutputLimit.MAX_COMPLETION_TOKENS);
        assertThat(new OpenAiWire().limitAt("localhost")).isEqualTo(OutputLimit.MAX_TOKENS);
        assertThat(new AnthropicWire().limitAt("api.anthropic.com")).isEqualTo(OutputLimit.MAX_TOKENS);
    }
}
