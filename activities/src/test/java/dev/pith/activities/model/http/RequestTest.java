package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.http.wire.WireJson;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTest extends Fixture {

    @Test
    void chatCompletionsPutTheStablePrefixFirst() {
        reply(Shape.OPENAI_STREAM, Shape.OPENAI_STREAM.answer("ok", "stop"));
        RecordedRequest request = sent();
        assertThat(request.getTarget()).isEqualTo("/v1/chat/completions");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
        JsonNode body = WireJson.read(String.valueOf(request.getBody().utf8()));
        assertThat(body.path("messages").toString())
                .isEqualTo("[{\"role\":\"system\",\"content\":\"Summarize.\"},"
                        + "{\"role\":\"user\",\"content\":\"the material\"}]");
        assertThat(body.path("stream").booleanValue()).isTrue();
        assertThat(body.path("stream_options").path("include_usage").booleanValue())
                .isTrue();
        assertThat(body.path("max_tokens").intValue()).isEqualTo(300);
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("model", "max_tokens", "stream", "stream_options", "messages");
    }

    @Test
    void messagesMarkTheInstructionsForTheCache() {
        reply(Shape.ANTHROPIC_WHOLE, Shape.ANTHROPIC_WHOLE.answer("ok", "end_turn"));
        RecordedRequest request = sent();
        assertThat(request.getTarget()).isEqualTo("/v1/messages");
        assertThat(request.getHeaders().get("x-api-key")).isEqualTo(KEY);
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getHeaders().get("anthropic-version")).isEqualTo("2023-06-01");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"model\":\"m-1\",\"max_tokens\":300,\"stream\":false,\"system\":[{\"type\":\"text\","
                        + "\"text\":\"Summarize.\",\"cache_control\":{\"type\":\"ephemeral\"}}],"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"the material\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, '', /chat/completions",
        "OPENAI, /v1/, /v1/chat/completions",
        "OPENAI, /api/v1?version=3, /api/v1/chat/completions?version=3",
        "ANTHROPIC, '', /v1/messages",
        "ANTHROPIC, /, /v1/messages",
        "ANTHROPIC, /v1/, /v1/messages",
        "ANTHROPIC, /gateway, /gateway/v1/messages",
    })
    void aBaseUrlIsTakenAsItStands(Provider provider, String path, String target) {
        Shape shape = provider == Provider.OPENAI ? Shape.OPENAI_WHOLE : Shape.ANTHROPIC_WHOLE;
        server.enqueue(shape.answer("ok", "stop"));
        clients.of(at("http://localhost:" + server.getPort() + path, provider))
                .newCall(REQUEST)
                .execute();
        assertThat(sent().getTarget()).isEqualTo(target);
    }

    @ParameterizedTest
    @EnumSource
    void temperatureAndEffortGoOnlyWhereTheProfileNamesThem(Shape shape) {
        ModelProfile plain = profile(shape.provider(), shape.streaming());
        ModelProfile choosy = new ModelProfile(
                "small",
                shape.provider(),
                url(),
                "m-1",
                null,
                null,
                250,
                4,
                null,
                null,
                PATIENT,
                0.2,
                "low",
                true,
                null);
        server.enqueue(shape.answer("ok", "stop"));
        server.enqueue(shape.answer("ok", "stop"));
        clients.of(plain).newCall(REQUEST).execute();
        clients.of(choosy).newCall(REQUEST).execute();
        JsonNode first = sentBody();
        RecordedRequest request = sent();
        JsonNode second = WireJson.read(String.valueOf(request.getBody().utf8()));
        assertThat(first.has("temperature") || first.has("reasoning_effort") || first.has("output_config"))
                .isFalse();
        assertThat(second.path("temperature").doubleValue()).isEqualTo(0.2);
        assertThat(second.path("reasoning_effort").asText()
                        + second.path("output_config").path("effort").asText())
                .isEqualTo("low");
        assertThat(second.path("max_tokens").intValue()).isEqualTo(250);
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getHeaders().get("x-api-key")).isNull();
    }

    @Test
    void aCallIsExecutedOnce() {
        server.enqueue(Shape.OPENAI_WHOLE.answer("ok", "stop"));
        ModelCall call = call(Shape.OPENAI_WHOLE);
        call.execute();
        assertThatThrownBy(call::execute).isInstanceOf(IllegalStateException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whatIsNoUrlIsRefusedWithoutTellingIt() {
        assertThatThrownBy(() -> clients.of(at("localhost:1/" + KEY, Provider.OPENAI)))
                .hasMessage("base URL of model profile small must be a complete http or https address");
    }

    private static ModelProfile at(String url, Provider provider) {
        return profile(provider, url, null, false, PATIENT);
    }
}
