package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest extends Fixture {

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, UNAUTHORIZED",
        "402, OUT_OF_CREDIT",
        "403, UNAUTHORIZED",
        "404, UNKNOWN_MODEL",
        "405, BAD_REQUEST",
        "408, TRANSPORT",
        "409, TRANSPORT",
        "413, CONTEXT_OVERFLOW",
        "422, BAD_REQUEST",
        "425, TRANSPORT",
        "429, RATE_LIMITED",
        "500, TRANSPORT",
        "502, TRANSPORT",
        "503, OVERLOADED",
        "504, TRANSPORT",
        "524, TRANSPORT",
        "529, OVERLOADED",
    })
    void theStatusSaysWhatItIs(int status, Kind kind) {
        for (Shape shape : Shape.values()) {
            ModelFailure failure = failure(shape, refusal(status, "{\"error\":{\"message\":\"Because.\"}}"));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure).hasMessage(status + ": Because.");
        }
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInsideA200IsAFailureWithTheProvidersWords(Shape shape) {
        ModelFailure failure = failure(
                shape, shape.streaming() ? Shape.event(OPENROUTER) : OPENROUTER.replace("}]}", "}],\"choices\":[{}]}"));
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure).hasMessage("502: upstream connect error");
    }

    private static final String OPENROUTER =
            "{\"error\":{\"code\":502,\"message\":\"Provider returned error\",\"metadata\":{\"provider_name\":\"P\","
                    + "\"raw\":\"{\\\"error\\\":{\\\"message\\\":\\\"upstream connect error\\\"}}\"}}}";

    @Test
    void anErrorInTheMiddleOfAStreamIsAFailureWhateverWasSaidBefore() {
        ModelFailure failure = failure(
                Shape.OPENAI_STREAM,
                Shape.chunk("{\"content\":\"half\"}", "null")
                        + Shape.event("{\"error\":{\"code\":429,\"message\":\"Slow down\"},"
                                + "\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}]}"));
        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failure).hasMessage("429: Slow down");
        assertThat(failure.begun()).isTrue();
        assertThat(failure(
                        Shape.ANTHROPIC_STREAM,
                        Shape.delta("text_delta", "text", "half")
                                + "event: error\n"
                                + Shape.event("{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
                                        + "\"message\":\"Overloaded\"}}")))
                .hasMessage("529: Overloaded")
                .extracting(ModelFailure::kind)
                .isEqualTo(Kind.OVERLOADED);
    }

    @Test
    void anErrorOfAChoiceIsAFailure() {
        assertThat(failure(
                        Shape.OPENAI_WHOLE,
                        "{\"choices\":[{\"finish_reason\":\"error\",\"error\":{\"code\":502,\"message\":\"Gone\"},"
                                + "\"message\":{\"content\":\"half\"}}]}"))
                .hasMessage("502: Gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":502,\"message\":\"Gone\"},\"usage\":{\"completion_tokens\":7}}",
                "{\"choices\":[{\"error\":{\"code\":502,\"message\":\"Gone\"},\"message\":{\"content\":\"half\"}}]}",
            })
    void anErrorThatComesWithAPartOfTheAnswerSaysThatOneHadBegun(String body) {
        assertThat(failure(Shape.OPENAI_WHOLE, body).begun()).isTrue();
        assertThat(failure(Shape.OPENAI_STREAM, Shape.event(body)).begun()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 429, 502})
    void anErrorInsteadOfAnAnswerSaysThatNoneHadBegun(int status) {
        String body = "{\"error\":{\"code\":502,\"message\":\"Gone\"}}";
        assertThat(failure(Shape.OPENAI_WHOLE, refusal(status, body)).begun()).isFalse();
    }

    @Test
    void anErrorWithoutAFrameInAStreamIsFound() {
        assertThat(failure(Shape.OPENAI_STREAM, "error: {\"code\":500,\"message\":\"slot failed\"}\n\n"))
                .hasMessage("500: slot failed");
        assertThat(failure(Shape.OPENAI_STREAM, "{\"error\":{\"code\":503,\"message\":\"Loading model\"}}"))
                .hasMessage("503: Loading model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error': {'message': '模型服务暂时不可用'}}",
                "{\"error\":{\"message\":\"模型服务暂时不可用\"}}",
                "{\"error\":{\"message\":\"Error code: 529 - {'error': {'message': '模型服务暂时不可用', 'code': None}}\"}}",
                "{\"error\":\"{\\\"error\\\":{\\\"message\\\":\\\"模型服务暂时不可用\\\"}}\"}",
                "{\"detail\":\"模型服务暂时不可用\"}",
                "{\"object\":\"error\",\"message\":\"模型服务暂时不可用\"}",
                "{\"success\":false,\"errors\":[{\"code\":7,\"message\":\"模型服务暂时不可用\"}]}",
                "[{\"error\":{\"message\":\"模型服务暂时不可用\"}}]",
                "模型服务暂时不可用",
            })
    void theUserSeesTheInnermostWords(String body) {
        ModelFailure failure = failure(Shape.OPENAI_WHOLE, refusal(529, body));
        assertThat(failure).hasMessage("529: 模型服务暂时不可用");
        assertThat(failure.words()).isEqualTo("模型服务暂时不可用");
    }

    @Test
    void theStatusInsideATextCountsWhereHttpSaysThatAllIsWell() {
        ModelFailure failure = failure(
                Shape.OPENAI_STREAM,
                Shape.event("{\"error\":{\"message\":\"Error code: 529 - {'error': {'message': '模型服务暂时不可用'}}\"}}"));
        assertThat(failure.kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(failure).hasMessage("529: 模型服务暂时不可用");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {\"error\":{\"code\":\"insufficient_quota\",\"message\":\"x\"}} | OUT_OF_CREDIT",
                "400 | {\"error\":{\"message\":\"Your credit balance is too low\"}} | OUT_OF_CREDIT",
                "400 | {\"error\":{\"code\":\"model_not_found\",\"message\":\"x\"}} | UNKNOWN_MODEL",
                "400 | {\"error\":{\"message\":\"The model `m-9` does not exist\"}} | UNKNOWN_MODEL",
                "400 | {\"error\":{\"message\":\"m-9 is not a valid model ID\"}} | UNKNOWN_MODEL",
                "500 | {\"error\":{\"message\":\"model runner not found\"}} | TRANSPORT",
                "400 | {\"error\":{\"message\":\"max_tokens is too large: 9. At most 5 completion tokens\"}} | BAD_REQUEST",
                "200 | {\"error\":{\"type\":\"rate_limit_error\",\"message\":\"x\"}} | RATE_LIMITED",
                "200 | {\"error\":{\"type\":\"invalid_request_error\",\"message\":\"x\"}} | BAD_REQUEST",
                "200 | {\"error\":{\"type\":\"authentication_error\",\"message\":\"x\"}} | UNAUTHORIZED",
                "200 | {\"error\":\"model 'm' not found\"} | UNKNOWN_MODEL",
                "200 | {\"error\":\"something\"} | TRANSPORT",
            })
    void theBodySaysMore(int status, String body, Kind kind) {
        assertThat(failure(Shape.OPENAI_WHOLE, refusal(status, body)).kind()).isEqualTo(kind);
    }

    @Test
    void pagesOfGatewaysAreReducedToTheirTitle() {
        ModelFailure failure = failure(
                Shape.OPENAI_STREAM,
                refusal(
                        502,
                        "<!DOCTYPE html>\n<html><head><title>api.x.test | 502: Bad\n gateway</title><style>a{b:c}</style>"
                                + "</head><body><h1>Bad gateway</h1>" + "x".repeat(100_000)));
        assertThat(failure.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(failure).hasMessage("502: api.x.test | 502: Bad gateway");
        assertThat(failure(Shape.OPENAI_STREAM, refusal(504, "<html><body><h1>Time-out</h1><p>Try   later</p></body>")))
                .hasMessage("504: Time-out Try later");
        assertThat(failure(
                        Shape.OPENAI_STREAM,
                        refusal(530, "{\"title\":\"Error 1033\",\"status\":530,\"detail\":\"Tunnel down\"}")))
                .hasMessage("530: Tunnel down");
    }

    @Test
    void whatWasSentIsNotSaidBack() {
        String echo = "\"input\":\"" + "the words of a conversation ".repeat(20_000) + "\"";
        ModelFailure told = failure(
                Shape.OPENAI_STREAM,
                refusal(422, "{\"detail\":[{\"loc\":[\"body\",\"x\"]," + echo + ",\"msg\":\"Not a number\"}]}"));
        assertThat(told).hasMessage("422: Not a number");
        ModelFailure untold = failure(Shape.OPENAI_STREAM, refusal(422, "{" + echo + "}"));
        assertThat(untold.words()).doesNotContain("conversation");
        ModelFailure cut = failure(Shape.OPENAI_STREAM, refusal(422, "{" + echo));
        assertThat(cut.words()).doesNotContain("conversation");
    }

    @Test
    void aRefusalWithoutWordsNamesTheStatus() {
        assertThat(failure(
                        Shape.OPENAI_WHOLE,
                        new MockResponse.Builder()
                                .status("HTTP/1.1 502 Bad Gateway")
                                .build()))
                .hasMessage("502: Bad Gateway");
    }

    @Test
    void anErrorInsideA200WithoutWordsDoesNotSayOk() {
        assertThat(failure(Shape.OPENAI_WHOLE, "{\"error\":{\"code\":502}}"))
                .hasMessage("502: localhost:" + server.getPort() + " gave no reason");
    }

    @Test
    void aRedirectionIsNotFollowed() {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .setHeader("Location", "http://elsewhere.test/v1/chat/completions?token=1")
                .build());
        ModelFailure failure = failureOf(call(Shape.OPENAI_WHOLE));
        assertThat(failure.kind()).isEqualTo(Kind.BAD_REQUEST);
        assertThat(failure.words())
                .isEqualTo("localhost:" + server.getPort() + " redirects to "
                        + "http://elsewhere.test/v1/chat/completions: put the address that answers into the base URL");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aServerThatWantsNoWaitIsStillNotAskedTwice() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "0")
                .build());
        server.enqueue(Shape.OPENAI_WHOLE.answer("second", "stop"));
        assertThat(failureOf(call(Shape.OPENAI_WHOLE)).kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aWaitIsToldWithFailuresThatWaitingHelps() {
        assertThat(failure(Shape.OPENAI_WHOLE, waiting(429)).waitFor()).isEqualTo(Duration.ofSeconds(7));
        assertThat(failure(Shape.OPENAI_WHOLE, waiting(529)).waitFor()).isEqualTo(Duration.ofSeconds(7));
        assertThat(failure(Shape.OPENAI_WHOLE, waiting(401)).waitFor()).isNull();
        assertThat(failure(Shape.OPENAI_WHOLE, refusal(429, "")).waitFor()).isNull();
    }

    private static MockResponse waiting(int status) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Retry-After", "7")
                .build();
    }

    @Test
    void aPageInsteadOfAnEndpointSaysWhatTheAddressLacks() {
        String page = "<html><head><title>404 Not Found</title></head><body>nginx</body></html>";
        assertThat(failure(Shape.OPENAI_STREAM, refusal(404, page)).words())
                .startsWith("404 Not Found. No model answers at http://")
                .contains(": check base_url");
        assertThat(failure(Shape.OPENAI_STREAM, refusal(404, "{\"error\":{\"message\":\"no\"}}"))
                        .words())
                .isEqualTo("no");
    }
}
